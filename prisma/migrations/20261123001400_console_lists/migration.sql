-- A column's own list, newest change first.
CREATE INDEX "article_tenant_id_column_id_updated_at_id_idx" ON "article"("tenant_id", "column_id", "updated_at" DESC, "id" DESC);

-- How many articles stand in each state, without touching one of them.
CREATE INDEX "article_tenant_id_visibility_work_state_idx" ON "article"("tenant_id", "visibility", "work_state");

-- What was taken down or put away: few among many, newest change first.
CREATE INDEX "article_put_away_idx" ON "article" ("tenant_id", "updated_at" DESC, "id" DESC) WHERE "visibility" IN ('withdrawn', 'archived');

-- States are no index conditions under row-level security, so nobody walks these: the partial indexes are walked instead.
DROP INDEX "article_tenant_id_visibility_published_at_id_idx";
DROP INDEX "article_tenant_id_column_id_visibility_published_at_id_idx";
DROP INDEX "article_tenant_id_work_state_work_state_since_idx";
