-- What readers' lists walk. Comparing an enum is not leakproof, so under row-level security `visibility = 'live'` can't be an index
-- condition; as the predicate of a partial index it costs nothing (0.06 ms instead of 30 ms at 100,000 articles of a branch).
CREATE INDEX "article_live_idx" ON "article" ("published_at" DESC, "id" DESC) INCLUDE ("tenant_id", "column_id") WHERE "visibility" = 'live';
CREATE INDEX "article_live_of_branch_idx" ON "article" ("tenant_id", "published_at" DESC, "id" DESC) WHERE "visibility" = 'live';
CREATE INDEX "article_live_of_column_idx" ON "article" ("tenant_id", "column_id", "published_at" DESC, "id" DESC) WHERE "visibility" = 'live';
CREATE INDEX "article_pinned_idx" ON "article" ("tenant_id", "pinned_at" DESC) WHERE "visibility" = 'live' AND "pinned_at" IS NOT NULL;
