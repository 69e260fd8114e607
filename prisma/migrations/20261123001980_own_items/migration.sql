-- A branch's own items of a month are counted without a look at the rows: the index tells what was pushed.
DROP INDEX "article_live_of_branch_idx";
CREATE INDEX "article_live_of_branch_idx" ON "article" ("tenant_id", "published_at" DESC, "id" DESC) INCLUDE ("linked_push_id")
  WHERE "visibility" = 'live';
