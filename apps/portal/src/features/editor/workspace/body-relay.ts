import type { FactText } from "@zhibu/domain/baseline/fact-text";
import type { PastedPicture } from "../paste/pasted-pictures.ts";

export type BodyEvents = {
  title: () => string;
  onTitle: (title: string) => void;
  onPictures: (pictures: readonly PastedPicture[]) => void;
  onFiles: (files: readonly File[], at?: number) => void;
  onLink: () => void;
  onSave: () => void;
  /** What a fact of the college says in this article. */
  factText: FactText;
};

/** Carries what happens in the text to the screen: the editor is made once, the screen's functions with every render. */
export class BodyRelay {
  #events: BodyEvents | null = null;

  connect(events: BodyEvents): void {
    this.#events = events;
  }

  readonly title: BodyEvents["title"] = () => this.#events?.title() ?? "";
  readonly onTitle: BodyEvents["onTitle"] = (title) => this.#events?.onTitle(title);
  readonly onPictures: BodyEvents["onPictures"] = (pictures) => this.#events?.onPictures(pictures);
  readonly onFiles: BodyEvents["onFiles"] = (files, at) => this.#events?.onFiles(files, at);
  readonly onLink: BodyEvents["onLink"] = () => this.#events?.onLink();
  readonly factText: FactText = (key) => this.#events?.factText(key);
  readonly onSave: BodyEvents["onSave"] = () => this.#events?.onSave();
}
