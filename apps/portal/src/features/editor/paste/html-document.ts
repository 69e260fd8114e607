/** Elements that hold one line of running text: what indents, empty lines and headings are about. */
export const lineTags = "p, h1, h2, h3, h4, h5, h6";

/** Elements around which a line ends; everything else is inside a line. */
const blockTags = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);

export function isBlock(node: Node | null): boolean {
  return node !== null && blockTags.has(node.nodeName);
}

/** Nothing of a document parsed like this is ever attached to the page: no picture is fetched, no handler runs. */
export function parseHtml(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** What this editor itself copied needs no cleaning, and cleaning would lose what it says about open ends. */
export function isOwnHtml(html: string): boolean {
  return html.includes("data-pm-slice");
}

/** The element's children take its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** The same element under another name; attributes are dropped except those named. */
export function rename(element: Element, tag: string, kept: readonly string[] = []): Element {
  const renamed = element.ownerDocument.createElement(tag);
  for (const name of kept) {
    const value = element.getAttribute(name);
    if (value !== null) renamed.setAttribute(name, value);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Declarations of a style attribute, names in lower case; also those (`mso-…`) that a browser's own parser throws away. */
export function styleOf(element: Element): Map<string, string> {
  const declarations = (element.getAttribute("style") ?? "").split(";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    if (colon === -1) return [];
    return [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const];
  });
  return new Map(declarations);
}

export function hasText(element: Element): boolean {
  return /[^\s\u00a0\u3000\u200b\ufeff]/u.test(element.textContent ?? "");
}

/** Text nodes in reading order. */
export function textNodes(root: Node): Text[] {
  const found: Text[] = [];
  for (const child of root.childNodes) {
    if (child instanceof Text) found.push(child);
    else found.push(...textNodes(child));
  }
  return found;
}
