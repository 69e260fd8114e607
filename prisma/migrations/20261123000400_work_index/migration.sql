-- Comparing enums is not leakproof, so under row-level security a state can't be an index condition; a partial index can.
CREATE INDEX "article_in_work_idx" ON "article" ("tenant_id", "work_state_since", "id") WHERE "work_state" IS NOT NULL;
