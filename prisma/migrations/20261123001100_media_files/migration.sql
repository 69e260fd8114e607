-- Who else uses a branch's files is asked before any are removed; most rows use their own.
CREATE INDEX "media_files_tenant_idx" ON "media" ("files_tenant_id", "id") WHERE "files_tenant_id" IS NOT NULL;
