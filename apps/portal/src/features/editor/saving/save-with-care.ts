import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import type { EditedArticle } from "../../articles/article-data.ts";
import { contentOf, sameContent } from "./article-content.ts";
import type { StoredText } from "./save-state.ts";

export type CarefulSave = {
  readonly stored: StoredText;
  readonly content: ArticleContent;
  readonly send: (version: number) => Promise<StoredText>;
  readonly readNewest: () => Promise<EditedArticle>;
  readonly isConflict: (error: unknown) => boolean;
};

/**
 * Saves, and looks twice at a conflict before a writer is asked: a save whose answer was lost stands there already,
 * and a version that moved without a new text (someone pinned the article) is no conflict of texts.
 * @throws the conflict when somebody's text stands there.
 */
export async function saveWithCare(save: CarefulSave): Promise<StoredText> {
  const { stored, content, send, readNewest, isConflict } = save;
  try {
    return await send(stored.version);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const newest = await readNewest().catch(() => null);
    if (newest === null) throw error;
    const { article, revision, can } = newest;
    if (sameContent(contentOf(revision), content)) {
      return { version: article.version, savedAt: revision.savedAt, revisionNumber: revision.number };
    }
    if (can.edit && isSameText(stored, revision)) return send(article.version);
    throw error;
  }
}

function isSameText(stored: StoredText, { number, savedAt }: EditedArticle["revision"]): boolean {
  return number === stored.revisionNumber && savedAt.getTime() === stored.savedAt.getTime();
}
