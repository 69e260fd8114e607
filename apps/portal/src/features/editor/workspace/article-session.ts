import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { appCodeOf, describedErrorOf } from "../../../trpc/app-code-of.ts";
import type { EditedArticle } from "../../articles/article-data.ts";
import { MediaShelf } from "../pictures/media-shelf.ts";
import { PictureSlots } from "../pictures/picture-slots.ts";
import { contentOf } from "../saving/article-content.ts";
import { LocalCopy } from "../saving/local-copy.ts";
import { draftKey } from "../saving/local-drafts.ts";
import { SaveQueue, type SaveQueueOptions } from "../saving/save-queue.ts";
import { isSaved, type SaveTrouble, type StoredText } from "../saving/save-state.ts";
import { saveWithCare } from "../saving/save-with-care.ts";
import { ArticleDraft } from "./article-draft.ts";

/** One article open in one window, from opening to leaving. */
export type ArticleSession = {
  draft: ArticleDraft;
  queue: SaveQueue;
  localCopy: LocalCopy;
  shelf: MediaShelf;
  slots: PictureSlots;
  /** The writer changed something: to the device now, to the server soon. */
  edited: () => void;
};

export type SessionDoors = {
  send: (version: number, content: ArticleContent) => Promise<StoredText>;
  readNewest: () => Promise<EditedArticle>;
  onStored: (stored: StoredText, before: StoredText) => void;
};

export type SessionStart = {
  branch: string;
  userId: string;
  opened: EditedArticle;
  /** A text to go on with instead of the stored one: it is not saved yet. */
  restored: ArticleContent | null;
};

export function openSession({ branch, userId, opened, restored }: SessionStart, doors: SessionDoors): ArticleSession {
  const { article, revision } = opened;
  const draft = new ArticleDraft(restored ?? contentOf(revision), revision.body);
  const localCopy = new LocalCopy(draftKey(userId, branch, article.id), draft.content);
  const queue = new SaveQueue({
    stored: storedText(opened),
    troubleOf,
    async save(stored) {
      const content = draft.content();
      const { readNewest, send, onStored } = doors;
      const now = await saveWithCare({
        ...{ stored, content, readNewest },
        send: (version) => send(version, content),
        isConflict: (error) => appCodeOf(error) === "CONFLICT",
      });
      onStored(now, stored);
      return now;
    },
  });
  queue.subscribe(() => {
    const state = queue.getState();
    if (state.edits > 0 && isSaved(state)) localCopy.clear();
  });
  const edited = () => {
    localCopy.write();
    queue.edited();
  };
  draft.onEdit(edited);
  if (restored !== null) queue.edited();
  const shelf = new MediaShelf([...revision.pictures, ...revision.attachments]);
  return { draft, queue, localCopy, shelf, slots: new PictureSlots(), edited };
}

export function storedText({ article, revision }: EditedArticle): StoredText {
  return { version: article.version, savedAt: revision.savedAt, revisionNumber: revision.number };
}

const troubleOf: SaveQueueOptions["troubleOf"] = (error) => {
  switch (appCodeOf(error)) {
    case "OFFLINE":
    case "UNAVAILABLE":
    case "RATE_LIMITED":
      return { kind: "away" };
    case "CONFLICT": {
      const version = describedErrorOf(error)?.params["version"];
      return { kind: "conflict", newestVersion: typeof version === "number" ? version : null };
    }
    case "UNAUTHENTICATED":
      return { kind: "signedOut" };
    case "PASSWORD_CHANGE_REQUIRED":
    case "SECOND_FACTOR_REQUIRED":
    case "FORBIDDEN":
    case "NOT_FOUND":
    case "INVALID":
    case "TOO_LARGE":
    case "INTERNAL":
      return { kind: "refused", error } satisfies SaveTrouble;
  }
};
