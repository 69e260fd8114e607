import { bodyLinks } from "../articles/document/body-links.ts";
import { blockRange, bodyLines } from "../articles/document/body-text.ts";
import type { FactText } from "../baseline/fact-text.ts";
import type { CheckArticleInput } from "./check-article-input.ts";
import { checkedLine, type CheckedLine } from "./checked-line.ts";

const textFields = ["title", "subtitle", "introduction", "summary", "source", "author"] as const;

/** Everything readers can read of an article, in the order they would. */
export function articleLines(article: CheckArticleInput, factText: FactText | undefined): CheckedLine[] {
  return [...fieldLines(article), ...blockLines(article, factText), ...linkLines(article), ...fileLines(article)];
}

function fieldLines(article: CheckArticleInput): CheckedLine[] {
  return textFields.map((field) => checkedLine(article[field] ?? "", (from, to) => ({ field, from, to })));
}

function blockLines({ body }: CheckArticleInput, factText: FactText | undefined): CheckedLine[] {
  return bodyLines(body, factText).map((line) => {
    const { text, path, part, labels, facts } = line;
    return checkedLine(text, (from, to) => ({ field: "body", path, part, ...blockRange(line, from, to) }), {
      labels,
      isFixed: (from, to) => facts.some((fact) => fact.from < to && from < fact.from + fact.length),
    });
  });
}

/** Numbers and addresses one reaches by a click without seeing them; web addresses are full of harmless figures. */
function linkLines({ body }: CheckArticleInput): CheckedLine[] {
  return bodyLinks(body)
    .filter(({ href }) => /^(?:tel|mailto):/.test(href))
    .map(({ href, path, from, to }) =>
      checkedLine(href.replace(/^\w+:/, ""), () => ({ field: "body", path, part: "text", from, to })),
    );
}

function fileLines({ attachments, pictures, cover }: CheckArticleInput): CheckedLine[] {
  const coverWords = cover ? [cover.alt, cover.source] : [];
  return [
    ...attachments.map(({ name }, index) =>
      checkedLine(name, (from, to) => ({ field: "attachment", index, from, to }), { isFileName: true }),
    ),
    ...pictures.map(({ id, source }) =>
      checkedLine(source, (from, to) => ({ field: "pictureSource", mediaId: id, from, to })),
    ),
    ...coverWords.map((words) => checkedLine(words, (from, to) => ({ field: "cover", from, to }))),
  ];
}
