import { renderedTags } from "../render-body.ts";

const allowedTags = new Set(renderedTags);
const allowedAttributes = new Set(
  (
    "id class href rel src srcset sizes width height alt loading decoding " +
    "scope colspan rowspan start type tabindex role aria-label"
  ).split(" "),
);
const tag = /<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"']+="[^"<>]*")*)\s*>/g;

/** What in the HTML is neither an allow-listed tag with quoted, allow-listed attributes nor escaped text; empty when all is well. */
export function foreignMarkup(html: string): string[] {
  const foreign: string[] = [];
  const rest = html.replace(tag, (whole: string, _slash: string, name: string, attributes: string) => {
    if (!allowedTags.has(name)) foreign.push(whole);
    for (const [, attribute = ""] of attributes.matchAll(/([^\s=]+)="[^"]*"/g)) {
      if (!allowedAttributes.has(attribute)) foreign.push(`${name} ${attribute}`);
    }
    return "";
  });
  if (/[<>"]/.test(rest)) foreign.push(rest);
  return foreign;
}
