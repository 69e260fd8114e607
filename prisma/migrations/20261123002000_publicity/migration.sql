-- CreateEnum
CREATE TYPE "publicity_state" AS ENUM ('draft', 'in_review', 'returned', 'signed', 'running', 'ended', 'stated', 'withdrawn');

-- CreateEnum
CREATE TYPE "objection_state" AS ENUM ('received', 'accepted', 'investigated', 'upheld', 'not_upheld');

-- AlterTable
ALTER TABLE "branch" ADD COLUMN     "publicity_seq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "days_off" DATE[],
    "swapped_in" DATE[],
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "publicity_template" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "publicity_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_template_version" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publicity_template_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_list" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "template_version_id" UUID NOT NULL,
    "state" "publicity_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "draft" JSONB,
    "text_id" UUID,
    "planned_start_at" TIMESTAMPTZ(3),
    "starts_at" TIMESTAMPTZ(3),
    "last_day" DATE,
    "ends_at" TIMESTAMPTZ(3),
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),
    "statement" TEXT NOT NULL DEFAULT '',
    "stated_at" TIMESTAMPTZ(3),
    "stated_by_name" TEXT NOT NULL DEFAULT '',
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT NOT NULL DEFAULT '',
    "return_reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publicity_list_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "publicity_text" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "how_to_object" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "entries" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_name" TEXT NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_by_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "publicity_text_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "objection" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "receipt_hash" TEXT NOT NULL,
    "state" "objection_state" NOT NULL DEFAULT 'received',
    "named" BOOLEAN NOT NULL,
    "sealed" TEXT NOT NULL,
    "file_key" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "objection_event" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "objection_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objection_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "publicity_probe" (
    "tenant_id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "status" INTEGER NOT NULL,
    "ms" INTEGER NOT NULL,

    CONSTRAINT "publicity_probe_pkey" PRIMARY KEY ("tenant_id","list_id","at")
);

-- CreateIndex
CREATE UNIQUE INDEX "publicity_template_key_key" ON "publicity_template"("key");

-- CreateIndex
CREATE UNIQUE INDEX "publicity_template_version_template_id_number_key" ON "publicity_template_version"("template_id", "number");

-- CreateIndex
CREATE INDEX "publicity_list_tenant_id_state_since_id_idx" ON "publicity_list"("tenant_id", "state_since" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "publicity_list_tenant_id_no_key" ON "publicity_list"("tenant_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "publicity_list_tenant_id_text_id_key" ON "publicity_list"("tenant_id", "text_id");

-- CreateIndex
CREATE UNIQUE INDEX "publicity_text_tenant_id_list_id_number_key" ON "publicity_text"("tenant_id", "list_id", "number");

-- CreateIndex
CREATE INDEX "objection_tenant_id_list_id_received_at_idx" ON "objection"("tenant_id", "list_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "objection_tenant_id_receipt_hash_key" ON "objection"("tenant_id", "receipt_hash");

-- CreateIndex
CREATE INDEX "objection_event_tenant_id_objection_id_at_idx" ON "objection_event"("tenant_id", "objection_id", "at");

-- AddForeignKey
ALTER TABLE "publicity_template_version" ADD CONSTRAINT "publicity_template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "publicity_template"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publicity_list" ADD CONSTRAINT "publicity_list_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_list" ADD CONSTRAINT "publicity_list_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "publicity_template_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publicity_list" ADD CONSTRAINT "publicity_list_tenant_id_text_id_fkey" FOREIGN KEY ("tenant_id", "text_id") REFERENCES "publicity_text"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publicity_text" ADD CONSTRAINT "publicity_text_tenant_id_list_id_fkey" FOREIGN KEY ("tenant_id", "list_id") REFERENCES "publicity_list"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_tenant_id_list_id_fkey" FOREIGN KEY ("tenant_id", "list_id") REFERENCES "publicity_list"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objection_event" ADD CONSTRAINT "objection_event_tenant_id_objection_id_fkey" FOREIGN KEY ("tenant_id", "objection_id") REFERENCES "objection"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publicity_probe" ADD CONSTRAINT "publicity_probe_tenant_id_list_id_fkey" FOREIGN KEY ("tenant_id", "list_id") REFERENCES "publicity_list"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Forced policies as everywhere (DESIGN 4): one tenant for the branch role, all for the office role.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publicity_list', 'publicity_text', 'objection', 'objection_event', 'publicity_probe'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY branch_own ON %I TO zhibu_branch USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()))', t);
    EXECUTE format('CREATE POLICY office_all ON %I TO zhibu_office USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO zhibu_branch, zhibu_office', t);
  END LOOP;
END $$;
GRANT UPDATE ON publicity_list, objection TO zhibu_branch, zhibu_office;
-- A signed text never changes; the clock only notes the period it was shown in.
GRANT UPDATE (starts_at, ends_at) ON publicity_text TO zhibu_branch, zhibu_office;
-- The probe is the office's own hand, not the branch's.
REVOKE INSERT ON publicity_probe FROM zhibu_branch;

-- What the college orders: everybody's to read, the office's to write; a version of a template never changes.
GRANT SELECT ON calendar_year, publicity_template, publicity_template_version TO zhibu_branch, zhibu_office, zhibu_reader;
GRANT INSERT, UPDATE ON calendar_year, publicity_template TO zhibu_office;
GRANT INSERT ON publicity_template_version TO zhibu_office;
GRANT UPDATE (publicity_seq) ON branch TO zhibu_branch;

-- Readers see that a list is or was there, and its names only while the clock says so: neither a job that did not run
-- nor a restored backup brings them back.
GRANT SELECT (tenant_id, id, no, template_version_id, state, title, text_id, starts_at, last_day, ends_at, provisional,
  ended_at, statement, stated_at, withdrawn_at) ON publicity_list TO zhibu_reader;
CREATE POLICY reader_begun ON publicity_list FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND state IN ('running', 'ended', 'stated', 'withdrawn'));
GRANT SELECT (tenant_id, id, list_id, number, title, notice, how_to_object, columns, entries, hash, signed_by_name, signed_at, starts_at)
  ON publicity_text TO zhibu_reader;
CREATE POLICY reader_running ON publicity_text FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND EXISTS (
    SELECT FROM publicity_list l WHERE l.tenant_id = publicity_text.tenant_id AND l.text_id = publicity_text.id
      AND l.state = 'running' AND l.ends_at > clock_timestamp()));

-- A reader hands an objection in and can't read any. Its state is told to whoever holds the receipt.
GRANT INSERT (tenant_id, id, list_id, receipt_hash, named, sealed, file_key, file_name, received_at) ON objection TO zhibu_reader;
CREATE POLICY reader_objects ON objection FOR INSERT TO zhibu_reader
  WITH CHECK (tenant_id = (SELECT app_tenant()) AND state = 'received' AND EXISTS (
    SELECT FROM publicity_list l WHERE l.tenant_id = objection.tenant_id AND l.id = objection.list_id
      AND l.state = 'running' AND l.ends_at > clock_timestamp()));

-- How far the objection with this receipt is, of the current tenant; nothing for a receipt nobody has.
CREATE FUNCTION objection_progress(receipt text)
RETURNS TABLE (state objection_state, received_at timestamptz, decided_at timestamptz, sealed_answer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.state, o.received_at, o.decided_at, o.answer FROM objection o
  WHERE o.tenant_id = app_tenant() AND o.receipt_hash = receipt
$$;
REVOKE ALL ON FUNCTION objection_progress(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION objection_progress(text) TO zhibu_reader;

-- How many objections a list received and whether any is open, for its stub; nothing of any of them.
CREATE FUNCTION objection_counts(list uuid)
RETURNS TABLE (received bigint, open bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*), count(*) FILTER (WHERE o.state IN ('received', 'accepted', 'investigated')) FROM objection o
  JOIN publicity_list l ON l.tenant_id = o.tenant_id AND l.id = o.list_id
  WHERE o.tenant_id = app_tenant() AND o.list_id = list AND l.state IN ('ended', 'stated', 'withdrawn')
$$;
REVOKE ALL ON FUNCTION objection_counts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION objection_counts(uuid) TO zhibu_reader;

-- What the clock looks for: lists that are due.
CREATE INDEX publicity_list_due_start ON publicity_list (tenant_id, planned_start_at) WHERE state = 'signed';
CREATE INDEX publicity_list_due_end ON publicity_list (tenant_id, ends_at) WHERE state = 'running';
CREATE INDEX objection_untold ON objection (tenant_id, received_at) WHERE told_at IS NULL;
CREATE INDEX publicity_list_shown ON publicity_list (tenant_id, starts_at DESC, id DESC) WHERE starts_at IS NOT NULL;
