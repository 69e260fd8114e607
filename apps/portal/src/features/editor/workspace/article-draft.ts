import type { JSONContent } from "@tiptap/core";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { normalisedBody, savedBody } from "../document/saved-body.ts";

export type ArticleFields = Omit<ArticleContent, "body">;

/** Milliseconds after which the checks and the preview follow the typing: reading a long text at every key would be felt. */
export const settlePause = 400;

/** The text on the screen: the fields, and the body wherever the editor has it. */
export class ArticleDraft {
  readonly #views = new Set<() => void>();
  readonly #editListeners = new Set<() => void>();
  #fields: ArticleFields;
  #readBody: () => JSONContent;
  #settled: BodyDocument;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `opening`: what to go by while the editor holds a body the server would refuse. */
  constructor({ body, ...fields }: ArticleContent, opening: BodyDocument) {
    this.#fields = fields;
    // Content of our own making: the server's, or a copy of what an editor sent there.
    this.#readBody = () => body as JSONContent;
    this.#settled = normalisedBody(this.#readBody()) ?? opening;
  }

  /** For what shows the draft. */
  readonly subscribe = (view: () => void): (() => void) => {
    this.#views.add(view);
    return () => this.#views.delete(view);
  };

  /** For what must know of each change of the writer's at once. */
  onEdit(listener: () => void): void {
    this.#editListeners.add(listener);
  }

  readonly fields = (): ArticleFields => this.#fields;

  /** What the editor opens with. */
  initialBody(): JSONContent {
    return this.#readBody();
  }

  /** From now on the body is what the editor holds. */
  takeBodyFrom(read: () => JSONContent): void {
    this.#readBody = read;
  }

  /** The body as the server would keep it, some moments behind the typing. */
  readonly body = (): BodyDocument => this.#settled;

  /** The same as of now. */
  freshBody(): BodyDocument {
    this.#settled = normalisedBody(this.#readBody()) ?? this.#settled;
    return this.#settled;
  }

  /** What is saved: as of now. */
  readonly content = (): ArticleContent => ({ ...this.#fields, body: savedBody(this.#readBody()) });

  change(fields: Partial<ArticleFields>): void {
    this.#fields = { ...this.#fields, ...fields };
    tell(this.#views);
    tell(this.#editListeners);
  }

  bodyChanged(): void {
    tell(this.#editListeners);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.freshBody();
      tell(this.#views);
    }, settlePause);
  }
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}
