import type { CheckedLine, Match } from "./checked-line.ts";

const doubled = /([，。、；：])\1+|([！？])\2{2,}/gu;
const halfWidth = /(?<=\p{Script=Han})[,;:?!](?=\p{Script=Han}|$)/gmu;
const documentYear = /(?<=\p{Script=Han})[[【（(]((?:19|20)\d{2})[\]】）)](?=第?\d{1,4}号)/gu;

const fullWidth: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };

/** 。。 and ，， (three or more ！ or ？: two are a matter of taste). */
export function findDoubledPunctuation({ text }: CheckedLine): Match[] {
  return Array.from(text.matchAll(doubled), ({ 0: signs, index }) => ({
    from: index,
    to: index + signs.length,
    value: signs.slice(0, 2),
    replacement: signs.slice(0, 1),
  }));
}

/** Half-width punctuation between Chinese characters. */
export function findHalfWidthPunctuation({ text }: CheckedLine): Match[] {
  return Array.from(text.matchAll(halfWidth), ({ 0: sign, index }) => ({
    from: index,
    to: index + sign.length,
    value: `${text.slice(index - 1, index)}${sign}${text.slice(index + 1, index + 2)}`,
    replacement: fullWidth[sign] ?? sign,
  }));
}

/** 党发[2026]12号: the year of a document's number stands in 〔〕. */
export function findDocumentNumberBrackets({ text }: CheckedLine): Match[] {
  return Array.from(text.matchAll(documentYear), ({ 0: whole, 1: year = "", index }) => ({
    from: index,
    to: index + whole.length,
    value: whole,
    replacement: `〔${year}〕`,
  }));
}
