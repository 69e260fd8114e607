-- The article list's own order, with what it is searched and filtered by: a search that finds nothing reads the index
-- of one branch and none of its articles.
DROP INDEX "article_tenant_id_updated_at_id_idx";
CREATE INDEX "article_changed_idx" ON "article" ("tenant_id", "updated_at" DESC, "id" DESC) INCLUDE ("title", "visibility", "work_state");
