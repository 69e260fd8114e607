import type { HeaderList } from "./security-headers.ts";

/** Headers that many pages share, in both forms in which they are sent. */
export type HeaderBlock = { readonly list: HeaderList; readonly text: string };

/** Most pages of a site share their block; the limit is for pages with styles of their own. */
const blocksMax = 2_048;
const blocks = new Map<string, HeaderBlock>();

/** Header lines as they go over the wire, each with its line end. */
export function headerText(headers: HeaderList): string {
  let text = "";
  for (let index = 0; index + 1 < headers.length; index += 2) text += `${headers[index]}: ${headers[index + 1]}\r\n`;
  return text;
}

/** The block of these headers; equal lists give the same object, so that a hundred thousand pages hold it once. */
export function headerBlock(list: HeaderList): HeaderBlock {
  const text = headerText(list);
  const known = blocks.get(text);
  if (known !== undefined) return known;
  if (blocks.size >= blocksMax) blocks.clear();
  const block = { list, text };
  blocks.set(text, block);
  return block;
}
