import type { AnyExtension, Extensions, Node } from "@tiptap/core";
import { TableCell, TableHeader, TableRow, Table } from "@tiptap/extension-table";
import TextAlign from "@tiptap/extension-text-align";
import StarterKit from "@tiptap/starter-kit";
import { headingLevels, textAlignments } from "@zhibu/domain/articles/document/body-schema";
import { isAllowedHref } from "@zhibu/domain/articles/document/link-address";
import { Fact } from "./fact-node.ts";
import { Picture } from "./picture-node.ts";
import { PictureSlot } from "./picture-slot-node.ts";
import { Subscript, Superscript } from "./small-text-marks.ts";

/** The editor's schema: what `parseBody` accepts, and the slots that are left out when saving. */
export function documentExtensions(views: { picture?: Node; slot?: Node; fact?: AnyExtension } = {}): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      heading: { levels: [...headingLevels] },
      link: {
        openOnClick: false,
        defaultProtocol: "https",
        isAllowedUri: (href) => isAllowedHref(href),
        HTMLAttributes: { target: null, rel: null },
      },
      dropcursor: { color: "#b5121b", width: 2 },
    }),
    TextAlign.configure({ types: ["heading", "paragraph"], alignments: [...textAlignments] }),
    Table.configure({ resizable: true, cellMinWidth: 48 }),
    TableRow,
    TableHeader,
    TableCell,
    Superscript,
    Subscript,
    views.picture ?? Picture,
    views.slot ?? PictureSlot,
    views.fact ?? Fact,
  ];
}
