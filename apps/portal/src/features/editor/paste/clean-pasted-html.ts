import { keepMeaningOnly, removeForeignMarkup } from "./foul-markup.ts";
import { isOwnHtml, parseHtml, unwrap } from "./html-document.ts";
import { prepareOfficeLists } from "./office-lists.ts";
import { settleHeadings } from "./pasted-headings.ts";
import { dropEmptyLines, joinWrappedLines, splitIndentedBreaks, trimLines } from "./pasted-lines.ts";
import { slotPictures, type PastedPicture } from "./pasted-pictures.ts";
import { settleTables } from "./pasted-tables.ts";

/** First half, before the list extension builds lists of Word's list paragraphs. */
export function prepareOfficeHtml(html: string): string {
  if (isOwnHtml(html) || !html.includes("mso-list")) return html;
  const document = parseHtml(html);
  prepareOfficeLists(document);
  return document.documentElement.outerHTML;
}

export type CleanedPaste = { readonly html: string; readonly pictures: readonly PastedPicture[] };

/** Second half: text, tables, lists and emphasis stay, everything a page has its own idea of goes. */
export function cleanPastedHtml(html: string, recovered: readonly (Blob | null)[] = []): CleanedPaste {
  if (isOwnHtml(html)) return { html, pictures: [] };
  const document = parseHtml(html);
  const pictures = slotPictures(document, recovered);
  removeForeignMarkup(document);
  joinWrappedLines(document.body);
  splitIndentedBreaks(document);
  settleTables(document);
  settleHeadings(document);
  keepMeaningOnly(document);
  for (const wrapper of document.querySelectorAll("span:not([style]), font")) unwrap(wrapper);
  trimLines(document.body);
  dropEmptyLines(document);
  return { html: document.body.innerHTML, pictures };
}
