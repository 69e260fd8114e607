import OfficePaste from "@intevation/tiptap-extension-office-paste";
import { Extension } from "@tiptap/core";
import { Fragment, Node, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanPastedHtml, prepareOfficeHtml } from "./clean-pasted-html.ts";
import { parseHtml } from "./html-document.ts";
import type { PastedPicture } from "./pasted-pictures.ts";
import { plainTextBlocks } from "./plain-text-body.ts";
import { rtfPictures } from "./rtf-pictures.ts";
import { titleLineOf } from "./title-line.ts";

export type CleanPasteOptions = {
  /** The article's title, and where a pasted document's own goes. */
  title: () => string;
  onTitle: (title: string) => void;
  /** Pictures stood in the paste; slots for them are in the document by the time this is called. */
  onPictures: (pictures: readonly PastedPicture[]) => void;
  /** Files were pasted or dropped; `at` is a document position, the selection where absent. */
  onFiles: (files: readonly File[], at?: number) => void;
};

/** Everything that comes in from outside: Word, WPS, Excel, web pages, plain text and files. */
export const CleanPaste = Extension.create<CleanPasteOptions>({
  name: "cleanPaste",

  addOptions() {
    return { title: () => "", onTitle: () => undefined, onPictures: () => undefined, onFiles: () => undefined };
  },

  addExtensions() {
    return [OfficePaste];
  },

  // Runs before the plugins' transformations, of which the list extension is one.
  transformPastedHTML(html) {
    return prepareOfficeHtml(html);
  },

  addProseMirrorPlugins() {
    return [cleanPastePlugin(this.options)];
  },
});

function cleanPastePlugin({ title, onTitle, onPictures, onFiles }: CleanPasteOptions): Plugin {
  let recovered: (Blob | null)[] = [];
  return new Plugin({
    key: new PluginKey("cleanPaste"),
    props: {
      handleDOMEvents: {
        paste(_view, event) {
          recovered = rtfPictures(event.clipboardData?.getData("text/rtf") ?? "");
          return false;
        },
      },
      transformPastedHTML(html) {
        const cleaned = cleanPastedHtml(html, recovered);
        recovered = [];
        if (cleaned.pictures.length > 0) setTimeout(() => onPictures(cleaned.pictures));
        return cleaned.html;
      },
      clipboardTextParser(text, _context, _plain, view) {
        // One line goes into the line it is pasted into; the parser's type has no way to say "as usual".
        return textSlice(view, text) ?? (undefined as unknown as Slice);
      },
      transformPasted(slice, view) {
        const found = isEmpty(view) ? titleLineOf(slice, title()) : undefined;
        if (found === undefined) return slice;
        setTimeout(() => onTitle(found.title));
        return found.rest;
      },
      handlePaste(view, event) {
        const data = event.clipboardData;
        const html = data?.getData("text/html") ?? "";
        const text = data?.getData("text/plain") ?? "";
        const files = [...(data?.files ?? [])];
        if (files.length > 0 && !holdsWords(html) && text.trim() === "") {
          onFiles(files);
          return true;
        }
        return text !== "" && isPreformatted(html) && view.pasteText(text, event);
      },
      handleDrop(view, event) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        onFiles(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    },
  });
}

/** Only into a text that is still to be written: elsewhere a first line is a line. */
function isEmpty({ state }: EditorView): boolean {
  return state.doc.textContent.trim() === "" && state.doc.childCount <= 2;
}

function textSlice(view: EditorView, text: string): Slice | undefined {
  if (!/[\r\n]/.test(text.trim()) && !text.includes("\t")) return undefined;
  const nodes = plainTextBlocks(text).map((block) => Node.fromJSON(view.state.schema, block));
  const fragment = Fragment.from(nodes);
  // Open at both ends where text joins text, so that no empty paragraph stays before or behind.
  const openAt = (node: Node | null | undefined) => (node?.type.name === "paragraph" ? 1 : 0);
  return new Slice(fragment, openAt(fragment.firstChild), openAt(fragment.lastChild));
}

/** Office puts a picture of the copied text beside the text; the text is what was meant. */
function holdsWords(html: string): boolean {
  return html !== "" && /\S/.test(parseHtml(html).body.textContent ?? "");
}

/** A text file shown by a browser is copied as one `<pre>`: it is plain text in disguise. */
function isPreformatted(html: string): boolean {
  if (!html.includes("<pre")) return false;
  const elements = [...parseHtml(html).body.children];
  return elements.length === 1 && elements[0]?.localName === "pre";
}
