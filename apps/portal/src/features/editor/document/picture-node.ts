import { mergeAttributes, Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { pictureWidthNames, type PictureNode, type PictureWidth } from "@zhibu/domain/articles/document/body-schema";

/** A picture of the branch's library; holds the media's id, never an address. */
export const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  isolating: true,

  addAttributes() {
    return {
      mediaId: { default: "", parseHTML: (element) => element.dataset["mediaId"] ?? "" },
      alt: { default: "", parseHTML: (element) => element.dataset["alt"] ?? "" },
      caption: { default: "", parseHTML: (element) => element.dataset["caption"] ?? "" },
      width: { default: "full", parseHTML: (element) => widthOf(element.dataset["width"]) },
    };
  },

  parseHTML() {
    return [{ tag: "figure[data-media-id]" }];
  },

  /** Only for copying inside the editor; readers get what the domain's serialiser makes. */
  renderHTML({ node }) {
    const { mediaId, alt, caption, width } = pictureAttrs(node);
    return [
      "figure",
      mergeAttributes({ "data-media-id": mediaId, "data-alt": alt, "data-caption": caption, "data-width": width }),
    ];
  },
});

/** The attributes of a picture node, of which the editor's types know nothing. */
export function pictureAttrs(node: DocumentNode): PictureNode["attrs"] {
  const textOf = (name: string): string => {
    const value: unknown = node.attrs[name];
    return typeof value === "string" ? value : "";
  };
  return {
    mediaId: textOf("mediaId"),
    alt: textOf("alt"),
    caption: textOf("caption"),
    width: widthOf(textOf("width")),
  };
}

function widthOf(value: string | undefined): PictureWidth {
  return pictureWidthNames.find((name) => name === value) ?? "full";
}
