import type { BodyDocument, BodyPath, PictureNode } from "./body-schema.ts";
import { walkBody } from "./walk-body.ts";

/** Ids of the media the body shows, each once, in reading order. */
export function bodyMedia(body: BodyDocument): string[] {
  return [...new Set(bodyPictures(body).map(({ picture }) => picture.mediaId))];
}

export function bodyPictures(body: BodyDocument): { picture: PictureNode["attrs"]; path: BodyPath }[] {
  return [...walkBody(body)].flatMap(({ node, path }) =>
    node.type === "picture" ? [{ picture: node.attrs, path }] : [],
  );
}
