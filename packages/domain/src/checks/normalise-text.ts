/** A text in one spelling, and the way back to where each of its characters came from. */
export type NormalisedText = {
  readonly text: string;
  /** The stretch of the original the normalised stretch `from`–`to` (not empty) came from. */
  readonly original: (from: number, to: number) => { from: number; to: number };
};

/** Nothing in these ranges changes: ASCII and the common ideographs. */
const unchanged = /^[\t\n\x20-\x7e\u4e00-\u9fff]$/;
const allUnchanged = /^[\t\n\x20-\x7e\u4e00-\u9fff]*$/;

/** Zero-width characters, direction marks, combining marks, the box of keycap digits: they hide a number from a search. */
const invisible = /^[\p{Cf}\p{Mn}\p{Me}]$/u;
const dash = /^[\u2010-\u2015\u2212]$/;

/** Full-width, circled and styled characters become plain ones, dashes `-`, invisible characters nothing. */
export function normaliseText(source: string): NormalisedText {
  if (allUnchanged.test(source)) return { text: source, original: (from, to) => ({ from, to }) };
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of source) {
    const plain = plainForm(char);
    text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at);
      ends.push(at + char.length);
    }
    at += char.length;
  }
  return { text, original: (from, to) => ({ from: starts[from] ?? at, to: ends[to - 1] ?? at }) };
}

function plainForm(char: string): string {
  if (unchanged.test(char)) return char;
  if (invisible.test(char)) return "";
  const plain = char.normalize("NFKC");
  return dash.test(plain) ? "-" : plain;
}
