-- CreateEnum
CREATE TYPE "scan_state" AS ENUM ('running', 'ready', 'sent', 'dropped');

-- AlterTable
ALTER TABLE "fact_value" ADD COLUMN     "applied_at" TIMESTAMPTZ(3),
ADD COLUMN     "void_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "voided_by_name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "college_page" ADD COLUMN     "live" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "correction_scan" (
    "id" UUID NOT NULL,
    "cause_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "cause_name" TEXT NOT NULL,
    "state" "scan_state" NOT NULL DEFAULT 'running',
    "branches_total" INTEGER NOT NULL DEFAULT 0,
    "branches_done" INTEGER NOT NULL DEFAULT 0,
    "started_by_id" UUID NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "correction_scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_finding" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scan_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "old_text" TEXT NOT NULL,
    "new_text" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "occurrences" INTEGER NOT NULL,
    "sure" BOOLEAN NOT NULL,

    CONSTRAINT "correction_finding_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "fact_value_applied_at_effective_from_idx" ON "fact_value"("applied_at", "effective_from");

-- CreateIndex
CREATE INDEX "college_page_article_tenant_id_article_id_idx" ON "college_page"("article_tenant_id", "article_id");

-- CreateIndex
CREATE INDEX "correction_scan_subject_id_created_at_idx" ON "correction_scan"("subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "correction_finding_scan_id_id_idx" ON "correction_finding"("scan_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_finding_tenant_id_scan_id_article_id_old_text_key" ON "correction_finding"("tenant_id", "scan_id", "article_id", "old_text");

-- AddForeignKey
ALTER TABLE "correction_finding" ADD CONSTRAINT "correction_finding_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "correction_scan"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "correction_finding" ADD CONSTRAINT "correction_finding_tenant_id_article_id_fkey" FOREIGN KEY ("tenant_id", "article_id") REFERENCES "article"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What a search over all branches found is the office's alone until it sends it out as tasks.
ALTER TABLE correction_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY branch_own ON correction_finding TO zhibu_branch USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()));
CREATE POLICY office_all ON correction_finding TO zhibu_office USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON correction_finding TO zhibu_office;
GRANT SELECT, INSERT, UPDATE ON correction_scan TO zhibu_office;

-- A branch answers a task; what it says stays as the office wrote it.
REVOKE UPDATE ON correction_task FROM zhibu_branch;
GRANT UPDATE (state, closed_at, closed_by_id, closed_by_name, reason, version) ON correction_task TO zhibu_branch;

GRANT SELECT (live) ON college_page TO zhibu_reader;

-- A page of the college stands on every site: whatever changes its article, however it was changed, changes all of them.
CREATE FUNCTION tell_college_page() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE college_page SET live = (NEW.visibility = 'live') WHERE article_tenant_id = NEW.tenant_id AND article_id = NEW.id;
  IF FOUND THEN PERFORM bump_sites(NULL, true); END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_college_page() FROM PUBLIC;
CREATE TRIGGER college_page_told AFTER UPDATE OF visibility, live_revision_id ON article FOR EACH ROW
  WHEN (OLD.visibility IS DISTINCT FROM NEW.visibility OR OLD.live_revision_id IS DISTINCT FROM NEW.live_revision_id)
  EXECUTE FUNCTION tell_college_page();
