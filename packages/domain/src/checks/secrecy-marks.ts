import { normalMatch, withoutOverlaps, type CheckedLine, type Match } from "./checked-line.ts";

/*
 * Marks as they stand on documents, not words about secrecy: an article on secrecy education may say 机密 as often as it likes.
 * Patterns read normalised text: full-width brackets and colons have become ASCII ones.
 */
const level = "(?:[绝絕] {0,4}密|[机機] {0,4}密|[秘祕] {0,4}密)级?";
const period = "(?: ?(?:\\d{1,3} ?(?:年|个月|月|日)|长期))?";
const star = "[★☆⭐✩✭✪※]";
const internal = "内部(?:资料|文件|材料|刊物|读物|信息|情况|使用|参考|掌握|传阅)";
const handling =
  "(?:注意保存|妥善保管|注意保密|(?:不得|请勿|严禁|禁止|切勿|勿)(?:外传|翻印|复印|扩散)|阅后(?:收回|销毁|即焚)|[用会]后收回)";
const gap = "[ ,、;。:·!\\-]{0,3}";
/** Bounded, for a line may be a hundred thousand spaces: only what is anchored to a line's end may run on. */
const blank = " {0,8}";
const lineStart = `^ *[【〔\\[(]?${blank}`;
const lineEnd = `${blank}[】〕\\])]?${blank}[!。]? *$`;

const marks: readonly RegExp[] = [
  // 秘密★1年, 绝 密 ★, 机密*10年, ★机密
  new RegExp(`${level}${blank}(?:${star}|\\*(?= ?(?:\\d|长期)))${period}`, "gm"),
  new RegExp(`${star}${blank}${level}(?!\\p{Script=Han})`, "gmu"),
  // A line that is nothing but the mark
  new RegExp(`${lineStart}(?:密级${blank}:?${blank})?${level}${period}${lineEnd}`, "gm"),
  new RegExp(`${lineStart}(?:${internal}|内参|${handling})(?:${gap}${handling})*${lineEnd}`, "gm"),
  // 【秘密】 anywhere, (秘密) where a line begins or ends
  new RegExp(`[【〔\\[]${blank}(?:${level}|内部|内参|${internal})(?:${gap}${handling})?${blank}[】〕\\]]`, "gm"),
  new RegExp(`^ *\\((?:${level}|${internal}|${handling})\\)|\\((?:${level}|${internal}|${handling})\\) *$`, "gm"),
  // 密级:秘密, unless the levels are being listed
  new RegExp(`密级${blank}:${blank}${level}(?!${blank}(?:[、,/]|和|或|及|三))`, "gm"),
  // Spaced out as on a cover: neither inside a word nor in a line all of whose characters are spaced out
  /(?<!\p{L}|(?:^| )\p{L} )(?:[绝絕] {1,4}密|[机機] {1,4}密|[秘祕] {1,4}密)(?!\p{L}| \p{L}(?: |$))/gmu,
  // 内部资料 注意保存 in the middle of a line
  new RegExp(`${internal}${gap}${handling}`, "gm"),
  /仅[供限](?:党内|内部)(?:使用|参考|交流|传阅|学习|掌握|阅读|阅览|工作)?/gm,
  /(?:此|本)件(?:不予公开|不公开|不宜公开)/gm,
];

/** Orders that are a mark on a document and a sentence in an article about keeping secrets. */
const phrases: readonly RegExp[] = [
  /(?:不得|请勿|严禁|禁止|切勿)外传/g,
  /(?:阅后|会后|用后)(?:收回|销毁)/g,
  /(?:此|本)件依申请公开/g,
];

/** Secrecy and internal-use marks. */
export function findSecrecyMarks(line: CheckedLine): Match[] {
  return withoutOverlaps(matchesOf(line, marks));
}

/** Handling orders within a sentence. */
export function findSecrecyPhrases(line: CheckedLine): Match[] {
  const found = Array.from(matchesOf(line, phrases));
  if (found.length === 0) return [];
  const covered = new Set<number>();
  withoutOverlaps(matchesOf(line, marks), covered);
  return withoutOverlaps(found, covered);
}

function* matchesOf(line: CheckedLine, patterns: readonly RegExp[]): Generator<Match> {
  const { text } = line.normal;
  // Parts of a file's name stand like lines: 机密_名单.xlsx.
  const texts = line.isFileName ? [text, text.replace(/[ _\-.,+()]/g, "\n")] : [text];
  for (const pattern of patterns) {
    for (const each of texts) {
      for (const { 0: mark, index } of each.matchAll(pattern)) {
        const from = index + mark.length - mark.trimStart().length;
        const to = index + mark.trimEnd().length;
        yield normalMatch(line, from, to, mark.replaceAll(/\s/g, ""));
      }
    }
  }
}
