import { z } from "zod";
import { factKeySchema } from "../../baseline/fact-key.ts";
import { bodyLimits } from "./body-limits.ts";
import {
  cellAlignments,
  headingLevels,
  orderedListTypes,
  pictureWidthNames,
  textAlignments,
  type CellAttributes,
  type HeadingNode,
  type OrderedListNode,
  type ParagraphNode,
} from "./body-schema.ts";
import { cleanText } from "./clean-text.ts";

/*
 * Attributes by node, as the editor sends them → as they are stored.
 * Defaults the editor writes out (`textAlign: null`, `colspan: 1` …) are left out of the stored form.
 */
const textAlign = z.enum(textAlignments).nullish();
const span = z.int().min(1).max(bodyLimits.spanMax).nullish();

export const noAttributes = z.strictObject({});

export const paragraphAttributes = z
  .strictObject({ textAlign })
  .transform(({ textAlign: align }): Pick<ParagraphNode, "attrs"> => (align ? { attrs: { textAlign: align } } : {}));

export const headingAttributes = z
  .strictObject({ level: z.literal(headingLevels), textAlign })
  .transform(({ level, textAlign: align }): HeadingNode["attrs"] => (align ? { level, textAlign: align } : { level }));

/** The editor takes `start` and `type` over from pasted HTML as they are, so what makes no sense there means the default. */
export const orderedListAttributes = z
  .strictObject({
    start: z.int().min(0).max(9_999).nullish().catch(1),
    type: z.enum(orderedListTypes).nullish().catch(null),
  })
  .transform(({ start, type }): Pick<OrderedListNode, "attrs"> => {
    const attrs = {
      ...(start === null || start === undefined || start === 1 ? {} : { start }),
      ...(type ? { type } : {}),
    };
    return Object.keys(attrs).length > 0 ? { attrs } : {};
  });

/** Widths come from pasted HTML, too: a list that doesn't fit the columns covered is dropped, the cell stays. */
const colwidth = z.array(z.int().min(0).max(10_000)).max(bodyLimits.spanMax).nullish().catch(null);

export const cellAttributes = z
  .strictObject({ colspan: span, rowspan: span, colwidth, align: z.enum(cellAlignments).nullish() })
  .transform(({ colspan, rowspan, colwidth: widths, align }): { attrs?: CellAttributes } => {
    const columns = colspan ?? 1;
    const rows = rowspan ?? 1;
    const hasWidths = widths?.length === columns && widths.some((width) => width > 0);
    const attrs: CellAttributes = {
      ...(columns > 1 ? { colspan: columns } : {}),
      ...(rows > 1 ? { rowspan: rows } : {}),
      ...(hasWidths ? { colwidth: widths } : {}),
      ...(align ? { align } : {}),
    };
    return Object.keys(attrs).length > 0 ? { attrs } : {};
  });

function line(charsMax: number) {
  return z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(charsMax))
    .nullish()
    .transform((text) => text ?? "");
}

export const pictureAttributes = z.strictObject({
  mediaId: z.uuid().toLowerCase(),
  alt: line(bodyLimits.altCharsMax),
  caption: line(bodyLimits.captionCharsMax),
  width: z
    .enum(pictureWidthNames)
    .nullish()
    .transform((width) => width ?? "full"),
});

export const factAttributes = z.strictObject({ key: factKeySchema });

/** What Tiptap's link writes beside the address is ours to decide when rendering, so it is let pass and not kept. */
export const linkAttributes = z.strictObject({
  href: z.string(),
  target: z.unknown().optional(),
  rel: z.unknown().optional(),
  class: z.unknown().optional(),
  title: z.unknown().optional(),
});
