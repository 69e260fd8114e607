-- AlterTable
ALTER TABLE "branch" ADD COLUMN     "merged_at" TIMESTAMPTZ(3);

-- What the office's overview counts over all branches: few rows of many, found without touching the others.
CREATE INDEX "article_waiting_idx" ON "article" ("tenant_id", "work_state_since") WHERE "work_state" = 'in_review';
CREATE INDEX "article_failed_idx" ON "article" ("tenant_id") WHERE "work_state" = 'failed';
CREATE INDEX "correction_open_idx" ON "correction_task" ("tenant_id", "created_at") WHERE "state" = 'open';
