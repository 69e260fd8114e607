import { diffBodies } from "@zhibu/core/articles/diff-bodies";
import { diffWords } from "@zhibu/core/articles/diff-words";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import type { RevisionDifference } from "../../articles/article-data.ts";

type Comparable = { content: Omit<ArticleContent, "body">; body: BodyDocument };

const fields = ["title", "subtitle", "summary", "source", "author"] as const;

/** What a text that is not saved changes of a stored one, as the server would say it of two stored ones. */
export function compareContents(from: Comparable, to: Comparable): RevisionDifference {
  const body = diffBodies(from.body, to.body);
  const count = (change: (typeof body)[number]["change"]) => body.filter((line) => line.change === change).length;
  return {
    body,
    fields: fields.flatMap((field) => {
      const [before, after] = [from.content[field], to.content[field]];
      return before === after ? [] : [{ field, from: before, to: after, parts: diffWords(before, after) }];
    }),
    added: count("added"),
    removed: count("removed"),
    changed: count("changed"),
  };
}
