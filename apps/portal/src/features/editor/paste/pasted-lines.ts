import { hasText, isBlock, lineTags, textNodes } from "./html-document.ts";

/** Scripts that are set without blanks between words: Han, kana, and the punctuation and full-width forms around them. */
const wide = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]`;
const brokenInside = new RegExp(String.raw`(?<=${wide})[ \t]*[\r\n][ \t\r\n]*(?=${wide})`, "gu");
const endsWide = new RegExp(`${wide}[ \\t]*$`, "u");
const lineEndBefore = /^[ \t]*[\r\n][ \t\r\n]*/;
const lineEndAfter = /[ \t]*[\r\n][ \t\r\n]*$/;
const startsWide = new RegExp(`^${wide}`, "u");

/** Blanks people indent with: an ideographic space, or a row of others. */
const leading = /^[\s\u00a0\u3000\u200b\ufeff]+/u;
const trailing = /[\s\u00a0\u3000\u200b\ufeff]+$/u;
const indent = /^[ \t\r\n]*(?:\u3000|[\u00a0 ]{4})/u;

/** Word wraps its source at eighty characters; a browser would show each of these ends as a blank amid the words. */
export function joinWrappedLines(root: Element): void {
  const texts = textNodes(root);
  for (const [index, text] of texts.entries()) {
    const before = texts[index - 1]?.data ?? "";
    const after = texts[index + 1]?.data ?? "";
    let data = text.data.replaceAll(brokenInside, "");
    const [body, tail] = [data.replace(lineEndBefore, ""), data.replace(lineEndAfter, "")];
    if (body !== data && endsWide.test(before) && startsWide.test(body === "" ? after : body)) data = body;
    else if (tail !== data && endsWide.test(tail) && startsWide.test(after)) data = tail;
    text.data = data.replaceAll(/[\u00a0\u200b\ufeff]+/gu, " ");
  }
}

/** `…。<br>　　…` is how old pages make a new paragraph. */
export function splitIndentedBreaks(document: Document): void {
  for (const paragraph of document.querySelectorAll("p, div")) {
    for (const br of [...paragraph.querySelectorAll("br")]) {
      if (br.parentElement !== paragraph || !indent.test(br.nextSibling?.textContent ?? "")) continue;
      const children = [...paragraph.childNodes];
      const line = document.createElement("p");
      line.append(...children.slice(0, children.indexOf(br)));
      paragraph.before(line);
      br.remove();
    }
  }
}

/** Takes away indents and the blanks at line ends: the reader's page indents by itself, evenly. */
export function trimLines(root: Element): void {
  const texts = textNodes(root).filter(({ data }) => data !== "");
  let previous: Text | undefined;
  for (const text of texts) {
    if (previous === undefined || lineEndsBetween(previous, text)) text.data = text.data.replace(leading, "");
    if (text.data !== "") previous = text;
  }
  let next: Text | undefined;
  for (const text of texts.toReversed()) {
    if (next === undefined || lineEndsBetween(text, next)) text.data = text.data.replace(trailing, "");
    if (text.data !== "") next = text;
  }
}

function lineEndsBetween(before: Text, after: Text): boolean {
  const range = before.ownerDocument.createRange();
  range.setStart(before, before.length);
  range.setEnd(after, 0);
  return blockOf(before) !== blockOf(after) || [...range.cloneContents().querySelectorAll("*")].some(endsLine);
}

function endsLine(element: Element): boolean {
  return element.localName === "br" || element.localName === "figure" || isBlock(element);
}

function blockOf(node: Node): Node | null {
  let current = node.parentNode;
  while (current !== null && !isBlock(current)) current = current.parentNode;
  return current;
}

/** Empty lines are how people make distance in Word; the page has its own. A cell keeps what it holds. */
export function dropEmptyLines(document: Document): void {
  for (const line of document.querySelectorAll(`${lineTags}, li, div`)) {
    if (hasText(line) || line.querySelector("img, figure, table, hr") !== null) continue;
    const parent = line.parentElement;
    if ((parent?.localName === "td" || parent?.localName === "th") && parent.children.length === 1)
      line.replaceChildren();
    else line.remove();
  }
}
