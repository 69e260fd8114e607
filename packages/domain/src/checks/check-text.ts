import { withoutOverlaps, type CheckedLine, type Match } from "./checked-line.ts";
import type { Report } from "./finding.ts";
import { textDetectors, type TextDetector } from "./text-detectors.ts";

type Found = { readonly detector: TextDetector; readonly match: Match };

const wordsAround = 16;

/** Everything the detectors stop at in one line, with excerpts in which all personal data of the line are masked. */
export function checkText(line: CheckedLine): Report[] {
  if (line.text.trim() === "") return [];
  const found = detect(line);
  const masked = maskPersonal(line.text, found);
  return found.map(({ detector: { kind, severity, basis }, match }) => ({
    kind,
    severity,
    basis,
    value: match.value,
    where: line.place(match.from, match.to),
    excerpt: excerptOf(masked, match),
    ...(match.replacement === undefined || line.isFixed(match.from, match.to)
      ? {}
      : { fix: { replacement: match.replacement } }),
  }));
}

function detect(line: CheckedLine): Found[] {
  const personal = new Set<number>();
  return textDetectors.flatMap((detector) => {
    const matches = detector.find(line);
    const fresh = detector.shown === undefined ? matches : withoutOverlaps(matches, personal);
    return fresh.map((match) => ({ detector, match }));
  });
}

function maskPersonal(text: string, found: readonly Found[]): string {
  let masked = "";
  let at = 0;
  for (const { detector, match } of found.toSorted((a, b) => a.match.from - b.match.from)) {
    if (detector.shown === undefined) continue;
    masked += text.slice(at, match.from) + stars(text.slice(match.from, match.to), detector.shown);
    at = match.to;
  }
  return masked + text.slice(at);
}

/** Stars for the inner letters and figures, separators and length kept. */
function stars(words: string, { head, tail }: { head: number; tail: number }): string {
  const count = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  let index = 0;
  return words.replace(/[\p{L}\p{N}]/gu, (char) => {
    index += 1;
    return index <= head || index > count - tail ? char : "*".repeat(char.length);
  });
}

function excerptOf(text: string, { from, to }: Match): string {
  const start = Math.max(0, from - wordsAround);
  const end = Math.min(text.length, to + wordsAround);
  const words = text
    .slice(start, end)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "")
    .replace(/\s+/g, " ");
  return `${start > 0 ? "…" : ""}${words}${end < text.length ? "…" : ""}`;
}
