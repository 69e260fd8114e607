import fc from "fast-check";
import {
  plainMarkTypes,
  textAlignments,
  type BlockNode,
  type BodyDocument,
  type BodyMark,
  type InlineNode,
  type ListItemNode,
  type TableCellNode,
} from "../body-schema.ts";

/** Text with what attackers and Word leave in it. */
export const hostileText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 10 }),
  fc.constantFrom(
    `"><script>alert(1)</script>`,
    `' onerror='alert(1)`,
    `" onload="alert(1)" x="`,
    "<img src=x onerror=alert(1)>",
    "</figcaption><svg/onload=alert(1)>",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "]]><!--",
    "党支部\u0000\u202e会议\r\n纪要",
  ),
);

const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "/a/12",
    "mailto:office@example.edu.cn",
    "tel:+86-373-3831000",
    `https://example.cn/?q="><script>`,
    "HTTPS://E.cn",
  ),
);

const mark: fc.Arbitrary<BodyMark> = fc.oneof(
  fc.constantFrom(...plainMarkTypes).map((type) => ({ type })),
  href.map((address) => ({ type: "link" as const, attrs: { href: address } })),
);

const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("text" as const), text: hostileText }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("text" as const),
      text: hostileText,
      marks: fc.array(mark, { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: "hardBreak" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("fact" as const),
      attrs: fc.record({ key: fc.constantFrom("member-count", "secretary", "nobody-knows-it") }),
      marks: fc.array(mark, { maxLength: 2 }),
    }),
  },
);

const line = hostileText.map((text) => text.slice(0, 60));
const inlines = fc.array(inline, { maxLength: 4 });
const textAlign = fc.constantFrom(...textAlignments);
const plainParagraph = fc.record({ type: fc.constant("paragraph" as const), content: inlines });

const { block } = fc.letrec<{ block: BlockNode; item: ListItemNode; cell: TableCellNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    plainParagraph,
    fc.record({ type: fc.constant("paragraph" as const), attrs: fc.record({ textAlign }), content: inlines }),
    fc.record({
      type: fc.constant("heading" as const),
      attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const), textAlign }),
      content: inlines,
    }),
    fc.record({ type: fc.constant("horizontalRule" as const) }),
    fc.record({
      type: fc.constant("picture" as const),
      attrs: fc.record({
        mediaId: fc.uuid(),
        alt: line,
        caption: line,
        width: fc.constantFrom("small" as const, "full" as const),
      }),
    }),
    fc.record({
      type: fc.constant("bulletList" as const),
      content: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("orderedList" as const),
      attrs: fc.record({ start: fc.integer({ min: 0, max: 50 }), type: fc.constantFrom("a" as const, "I" as const) }),
      content: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("blockquote" as const),
      content: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("table" as const),
      content: fc.array(
        fc.record({ type: fc.constant("tableRow" as const), content: fc.array(tie("cell"), { maxLength: 3 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
  item: fc.record({
    type: fc.constant("listItem" as const),
    content: fc
      .tuple(plainParagraph, fc.array(tie("block"), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
  }),
  cell: fc.record({
    type: fc.constantFrom("tableCell" as const, "tableHeader" as const),
    attrs: fc.record({
      colspan: fc.integer({ min: 1, max: 3 }),
      rowspan: fc.integer({ min: 1, max: 3 }),
      colwidth: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 3 }),
      align: fc.constantFrom("left" as const, "center" as const),
    }),
    content: fc.array(tie("block"), { minLength: 1, maxLength: 2 }),
  }),
}));

/** Documents the schema allows, before normalisation. */
export const arbitraryBody: fc.Arbitrary<BodyDocument> = fc.record({
  type: fc.constant("doc" as const),
  content: fc.array(block, { maxLength: 6 }),
});
