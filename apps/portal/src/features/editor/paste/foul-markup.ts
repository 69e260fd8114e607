import { hasText, styleOf, unwrap } from "./html-document.ts";

/** Never part of an article, whatever stands inside. */
const foreign =
  "style, script, meta, link, title, xml, noscript, template, iframe, object, embed, svg, math, audio, video, canvas, " +
  "input, button, select, textarea, del, colgroup, col";

/** Declarations that say something about the words; fonts, sizes, colours and distances are the page's. */
const meaningful: Readonly<Record<string, RegExp>> = {
  "font-weight": /^(?:bold|bolder|[6-9]00|normal|400)$/,
  "font-style": /^(?:italic|normal)$/,
  "text-decoration": /underline|line-through/,
  "text-decoration-line": /underline|line-through/,
  "vertical-align": /^(?:super|sub)$/,
  "text-align": /^(?:center|right)$/,
};

const keptAttributes = new Set(["href", "colspan", "rowspan", "start", "type", "data-picture-slot"]);

/** Removes what is no text: office's own elements, comments, tracked deletions, hidden stretches, anchors without an address. */
export function removeForeignMarkup(document: Document): void {
  for (const element of document.querySelectorAll(foreign)) element.remove();
  removeComments(document.body);
  for (const element of document.body.querySelectorAll("*")) {
    const style = styleOf(element);
    if (style.get("display") === "none" || style.get("mso-hide") === "all" || style.get("mso-element") === "comment") {
      element.remove();
    } else if (element.localName.includes(":")) {
      if (hasText(element) || element.querySelector("img") !== null) unwrap(element);
      else element.remove();
    } else if (element.localName === "a" && !element.hasAttribute("href")) {
      unwrap(element);
    }
  }
}

function removeComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child instanceof Comment) child.remove();
    else removeComments(child);
  }
}

/** Leaves what carries meaning: where links lead, what cells cover, emphasis and alignment. */
export function keepMeaningOnly(document: Document): void {
  for (const element of document.body.querySelectorAll("*")) {
    const style = meaningOf(element);
    for (const { name } of [...element.attributes]) if (!keptAttributes.has(name)) element.removeAttribute(name);
    if (style !== "") element.setAttribute("style", style);
  }
}

function meaningOf(element: Element): string {
  const style = styleOf(element);
  const align = element.getAttribute("align")?.toLowerCase();
  if (align !== undefined && !style.has("text-align")) style.set("text-align", align);
  return [...style]
    .filter(([name, value]) => meaningful[name]?.test(value.toLowerCase()) === true)
    .map(([name, value]) => `${name}:${value.toLowerCase()}`)
    .join(";");
}
