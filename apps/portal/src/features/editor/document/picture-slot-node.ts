import { Node } from "@tiptap/core";

export const pictureSlotName = "pictureSlot";

/**
 * The place of a picture that is not there yet: on its way to the server, or lost in a paste.
 * It lives in the editor only; `savedBody` leaves it out.
 */
export const PictureSlot = Node.create({
  name: pictureSlotName,
  group: "block",
  atom: true,
  selectable: true,
  isolating: true,

  addAttributes() {
    return { slotId: { default: "", parseHTML: (element) => element.dataset["pictureSlot"] ?? "" } };
  },

  parseHTML() {
    return [{ tag: "figure[data-picture-slot]" }];
  },

  renderHTML({ node }) {
    return ["figure", { "data-picture-slot": String(node.attrs["slotId"]) }];
  },
});
