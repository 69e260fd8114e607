import type { PushMode } from "@zhibu/domain/articles/push/push-names";
import type { PushableArticle } from "../../pushes/push-data.ts";

/** What has been chosen so far. */
export type Choices = {
  /** The site the article is on. */
  originId: string;
  article: PushableArticle | null;
  mode: PushMode;
  columnKey: string;
  note: string;
  /** `null` until the branches are known: then all that may be chosen are. */
  targets: ReadonlySet<string> | null;
};

export const noChoices: Choices = {
  originId: "",
  article: null,
  mode: "required",
  columnKey: "news.meetings",
  note: "",
  targets: null,
};
