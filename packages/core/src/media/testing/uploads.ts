import { Readable } from "node:stream";
import type { BranchContext } from "../../kernel/context.ts";
import type { MediaItem } from "../media-item.ts";
import { uploadMedia } from "../upload-media.ts";
import { makePdf } from "./make-pdf.ts";
import { makePng } from "./make-picture.ts";

let widthsUsed = 500;

/** Uploads a picture no test has uploaded before. */
export async function uploadPicture(ctx: BranchContext, name = "合影.png"): Promise<MediaItem> {
  widthsUsed += 1;
  return uploadMedia(ctx, { kind: "picture", name, content: Readable.from([await makePng(widthsUsed, 10)]) });
}

let attachmentsMade = 0;

/** Uploads a PDF no test has uploaded before. */
export async function uploadAttachment(ctx: BranchContext, name = "通知.pdf"): Promise<MediaItem> {
  attachmentsMade += 1;
  const content = Readable.from([makePdf({ objects: [`(${attachmentsMade})`] })]);
  return uploadMedia(ctx, { kind: "attachment", name, content });
}
