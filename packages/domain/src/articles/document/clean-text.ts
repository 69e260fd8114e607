/** Controls (PostgreSQL's jsonb refuses NUL) and the marks that reverse writing direction, which hide what a text says. */
const unwanted = /(?!\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;
const lineBreaks = /[\n\r\u0085\u2028\u2029]+/g;

/** Text as it may stand inside one line: no controls, no line breaks (those are `hardBreak`), no broken surrogate pairs. */
export function cleanText(text: string): string {
  return text.replace(lineBreaks, " ").replace(unwanted, "").toWellFormed();
}
