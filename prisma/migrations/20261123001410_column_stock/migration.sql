-- The newest change readers saw in a column, for columns whose pages are kept up to date rather than added to.
CREATE INDEX "article_revised_of_column_idx" ON "article" ("tenant_id", "column_id", (coalesce("revised_at", "published_at")) DESC) WHERE "visibility" = 'live';
