import { bodyCharCount } from "../articles/document/body-excerpt.ts";
import { bodyPictures } from "../articles/document/body-media.ts";
import type { CheckArticleInput } from "./check-article-input.ts";
import type { CheckRules } from "./check-rules.ts";
import type { CheckedField, FindingPlace, Report, Severity } from "./finding.ts";
import { basis } from "./rule-sources.ts";

/** What readers, or the inspection, will look for and not find. */
export function findMissingFacts(article: CheckArticleInput, rules: CheckRules): Report[] {
  return [
    ...missingWords(article),
    ...missingSourceAndDate(article, rules),
    ...missingAlternatives(article),
    ...missingPictureSources(article),
    ...missingCoverFacts(article),
  ];
}

function missingWords({ title, body, attachments }: CheckArticleInput): Report[] {
  const isEmpty = bodyCharCount(body) === 0 && bodyPictures(body).length === 0;
  const place: FindingPlace = { field: "body", path: [], part: "text", from: 0, to: 0 };
  // A page that only hands out a file is poor, not empty.
  const severity: Severity = attachments.length > 0 ? "warn" : "block";
  return [
    ...(title.trim() === ""
      ? [report({ kind: "missing.title", severity: "block", where: start("title"), basis: [basis.correctness] })]
      : []),
    ...(isEmpty ? [report({ kind: "missing.body", severity, where: place, basis: [basis.correctness] })] : []),
  ];
}

function missingSourceAndDate({ source = "", eventAt, module }: CheckArticleInput, rules: CheckRules): Report[] {
  const severity = rules.missing[module];
  return [
    ...(severity.source !== null && source.trim() === ""
      ? [
          report({
            kind: "missing.source",
            severity: severity.source,
            where: start("source"),
            basis: [basis.rights],
          }),
        ]
      : []),
    ...(severity.eventAt !== null && eventAt === null
      ? [
          report({
            kind: "missing.eventAt",
            severity: severity.eventAt,
            where: start("eventAt"),
            basis: [basis.timeliness],
          }),
        ]
      : []),
  ];
}

/** The body's own text counts: it is what the page gives to a screen reader. */
function missingAlternatives({ body }: CheckArticleInput): Report[] {
  return bodyPictures(body)
    .filter(({ picture }) => picture.alt.trim() === "")
    .map(({ picture, path }) =>
      report({
        kind: "missing.alt",
        severity: "warn",
        where: { field: "body", path, part: "alt", from: 0, to: 0 },
        basis: [basis.textAlternative, basis.correctness],
        value: picture.mediaId,
        excerpt: picture.caption,
      }),
    );
}

function missingPictureSources({ pictures }: CheckArticleInput): Report[] {
  return pictures
    .filter(({ source }) => source.trim() === "")
    .map(({ id }) =>
      report({
        kind: "missing.pictureSource",
        severity: "info",
        where: { field: "pictureSource", mediaId: id, from: 0, to: 0 },
        basis: [basis.rights],
        value: id,
      }),
    );
}

/** Where the cover stands in the body as well, its source is asked for there. */
function missingCoverFacts({ cover, pictures }: CheckArticleInput): Report[] {
  if (!cover) return [];
  const about = { where: { field: "cover", from: 0, to: 0 }, value: cover.id } as const;
  const isInBody = pictures.some(({ id }) => id === cover.id);
  return [
    ...(cover.alt.trim() === ""
      ? [report({ ...about, kind: "missing.coverAlt", severity: "warn", basis: [basis.textAlternative] })]
      : []),
    ...(cover.source.trim() === "" && !isInBody
      ? [report({ ...about, kind: "missing.pictureSource", severity: "info", basis: [basis.rights] })]
      : []),
  ];
}

function start(field: CheckedField): FindingPlace {
  return { field, from: 0, to: 0 };
}

function report(facts: Omit<Report, "value"> & { value?: string }): Report {
  return { value: "", ...facts };
}
