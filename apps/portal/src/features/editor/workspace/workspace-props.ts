import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import type { EditedArticle } from "../../articles/article-data.ts";

/** What the editor of one article is opened with. */
export type WorkspaceProps = {
  branch: string;
  userId: string;
  siteOrigin: string;
  data: EditedArticle;
  /** A text from this device to go on with. */
  restored: ArticleContent | null;
  /** Begins anew with the server's text, or with one from this device. */
  onReload: (restored?: ArticleContent) => void;
};
