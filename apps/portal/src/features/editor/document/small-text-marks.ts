import { Mark } from "@tiptap/core";

/** Raised and lowered text, as in m² and H₂O; one excludes the other. */
function smallText(name: "superscript" | "subscript", tag: "sup" | "sub", position: "super" | "sub") {
  return Mark.create({
    name,
    excludes: name === "superscript" ? "subscript" : "superscript",
    parseHTML() {
      return [{ tag }, { style: "vertical-align", getAttrs: (value) => (value === position ? {} : false) }];
    },
    renderHTML() {
      return [tag, 0];
    },
  });
}

export const Superscript = smallText("superscript", "sup", "super");
export const Subscript = smallText("subscript", "sub", "sub");
