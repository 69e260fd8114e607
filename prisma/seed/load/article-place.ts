import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import type { Desk } from "../demo/demo-article.ts";

export type Person = { userId: string; name: string };

/** What of its branch an article's rows refer to. */
export type ArticlePlace = {
  tenantId: string;
  articleId: string;
  no: number;
  columnId: string;
  module: ColumnModule;
  pictureId: string | null;
  attachmentId: string | null;
  /** Who sat at a desk at a time. */
  person: (desk: Desk, at: Date) => Person;
};
