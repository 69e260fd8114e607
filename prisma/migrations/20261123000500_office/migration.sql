-- CreateEnum
CREATE TYPE "push_mode" AS ENUM ('required', 'optional', 'draft');

-- CreateEnum
CREATE TYPE "push_state" AS ENUM ('active', 'recalled');

-- CreateEnum
CREATE TYPE "copy_state" AS ENUM ('waiting', 'shown', 'drafted', 'declined', 'failed', 'unlinked', 'recalled');

-- CreateEnum
CREATE TYPE "nomination_state" AS ENUM ('proposed', 'featured', 'declined', 'ended');

-- CreateEnum
CREATE TYPE "correction_state" AS ENUM ('open', 'done', 'dismissed');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('pending', 'sending', 'sent', 'failed', 'uncertain');

-- CreateEnum
CREATE TYPE "mail_wish" AS ENUM ('each', 'daily', 'none');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('invite', 'reset');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('previewed', 'running', 'done', 'failed', 'cancelled');

-- AlterEnum
ALTER TYPE "branch_kind" ADD VALUE 'office';

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "responsible_id" UUID;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "introduction" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "files_tenant_id" UUID;

-- AlterTable
ALTER TABLE "college" ADD COLUMN     "totp_required" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "branch" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "state_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "push" (
    "id" UUID NOT NULL,
    "origin_tenant_id" UUID NOT NULL,
    "origin_article_id" UUID NOT NULL,
    "mode" "push_mode" NOT NULL,
    "state" "push_state" NOT NULL DEFAULT 'active',
    "column_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recalled_at" TIMESTAMPTZ(3),
    "recalled_by_id" UUID,
    "recall_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "push_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_copy" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "push_id" UUID NOT NULL,
    "state" "copy_state" NOT NULL DEFAULT 'waiting',
    "article_id" UUID,
    "origin_revision_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "shown_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "push_copy_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "banner" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "banner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "state" "nomination_state" NOT NULL DEFAULT 'proposed',
    "note" TEXT NOT NULL DEFAULT '',
    "proposed_by_id" UUID NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "featured_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_anchor" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "chains" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_value" (
    "id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "variants" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "severity" TEXT NOT NULL DEFAULT 'warn',
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college_page" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "article_tenant_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "college_page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_use" (
    "tenant_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,

    CONSTRAINT "fact_use_pkey" PRIMARY KEY ("tenant_id","revision_id","fact_id")
);

-- CreateTable
CREATE TABLE "correction_task" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "cause_type" TEXT NOT NULL,
    "cause_id" UUID NOT NULL,
    "cause_name" TEXT NOT NULL,
    "old_text" TEXT NOT NULL,
    "new_text" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "occurrences" INTEGER NOT NULL,
    "state" "correction_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_by_name" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "correction_task_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "branch_id" UUID,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "path" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mail_id" UUID,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_wish" (
    "user_id" UUID NOT NULL,
    "mail" "mail_wish" NOT NULL DEFAULT 'daily',
    "digest_hour" INTEGER NOT NULL DEFAULT 8,
    "last_digest_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "notification_wish_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "moved_article" (
    "tenant_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "to_tenant_id" UUID NOT NULL,
    "to_no" INTEGER NOT NULL,

    CONSTRAINT "moved_article_pkey" PRIMARY KEY ("tenant_id","no")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "address" TEXT NOT NULL DEFAULT '',
    "agent" TEXT NOT NULL DEFAULT '',
    "method" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "user_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "screen" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'previewed',
    "file_name" TEXT NOT NULL,
    "rows_total" INTEGER NOT NULL,
    "rows_bad" INTEGER NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "started_by_id" UUID NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "done_at" TIMESTAMPTZ(3),
    "made_id" UUID,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_user_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_user_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "done_by_id" UUID NOT NULL,
    "done_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "push_created_at_id_idx" ON "push"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "push_origin_tenant_id_origin_article_id_idx" ON "push"("origin_tenant_id", "origin_article_id");

-- CreateIndex
CREATE INDEX "push_copy_push_id_state_idx" ON "push_copy"("push_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "push_copy_tenant_id_push_id_key" ON "push_copy"("tenant_id", "push_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_copy_tenant_id_article_id_key" ON "push_copy"("tenant_id", "article_id");

-- CreateIndex
CREATE INDEX "banner_starts_at_idx" ON "banner"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_tenant_id_article_id_key" ON "nomination"("tenant_id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_anchor_day_key" ON "audit_anchor"("day");

-- CreateIndex
CREATE UNIQUE INDEX "fact_key_key" ON "fact"("key");

-- CreateIndex
CREATE INDEX "fact_value_fact_id_effective_from_idx" ON "fact_value"("fact_id", "effective_from" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "term_words_key" ON "term"("words");

-- CreateIndex
CREATE UNIQUE INDEX "college_page_slug_key" ON "college_page"("slug");

-- CreateIndex
CREATE INDEX "fact_use_fact_id_idx" ON "fact_use"("fact_id");

-- CreateIndex
CREATE INDEX "correction_task_tenant_id_state_created_at_idx" ON "correction_task"("tenant_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "correction_task_cause_id_idx" ON "correction_task"("cause_id");

-- CreateIndex
CREATE UNIQUE INDEX "correction_task_tenant_id_article_id_cause_id_old_text_key" ON "correction_task"("tenant_id", "article_id", "cause_id", "old_text");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_id_idx" ON "notification"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_occasion_key" ON "notification"("user_id", "occasion");

-- CreateIndex
CREATE INDEX "mail_state_next_at_idx" ON "mail"("state", "next_at");

-- CreateIndex
CREATE INDEX "user_session_user_id_last_seen_at_idx" ON "user_session"("user_id", "last_seen_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE INDEX "external_identity_user_id_idx" ON "external_identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_screen_name_key" ON "saved_view"("user_id", "screen", "name");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at" DESC);

-- CreateIndex
CREATE INDEX "hand_over_tenant_id_at_idx" ON "hand_over"("tenant_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "push_copy" ADD CONSTRAINT "push_copy_push_id_fkey" FOREIGN KEY ("push_id") REFERENCES "push"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "push_copy" ADD CONSTRAINT "push_copy_tenant_id_article_id_fkey" FOREIGN KEY ("tenant_id", "article_id") REFERENCES "article"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_tenant_id_article_id_fkey" FOREIGN KEY ("tenant_id", "article_id") REFERENCES "article"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact_value" ADD CONSTRAINT "fact_value_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact_use" ADD CONSTRAINT "fact_use_tenant_id_revision_id_fkey" FOREIGN KEY ("tenant_id", "revision_id") REFERENCES "revision"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact_use" ADD CONSTRAINT "fact_use_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "correction_task" ADD CONSTRAINT "correction_task_tenant_id_article_id_fkey" FOREIGN KEY ("tenant_id", "article_id") REFERENCES "article"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "branch" ADD CONSTRAINT "branch_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Policies of the tables above (DESIGN 4): forced, one tenant for the branch role, all for the office role.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['moved_article', 'hand_over', 'push_copy', 'nomination', 'fact_use', 'correction_task'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY branch_own ON %I TO zhibu_branch USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()))', t);
    EXECUTE format('CREATE POLICY office_all ON %I TO zhibu_office USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO zhibu_branch, zhibu_office', t);
  END LOOP;
END $$;
GRANT DELETE ON fact_use TO zhibu_branch, zhibu_office;
-- Who handed over what, and where a merged branch's articles went, is written by the office and never changed.
REVOKE INSERT, UPDATE ON hand_over, moved_article FROM zhibu_branch;
REVOKE UPDATE ON hand_over, moved_article FROM zhibu_office;
-- What is pushed, and what has to be corrected, comes from the office.
REVOKE INSERT ON push_copy, correction_task FROM zhibu_branch;

-- A branch sees the pushes that reached it.
ALTER TABLE push ENABLE ROW LEVEL SECURITY;
ALTER TABLE push FORCE ROW LEVEL SECURITY;
CREATE POLICY reached ON push FOR SELECT TO zhibu_branch
  USING (EXISTS (SELECT FROM push_copy c WHERE c.push_id = push.id AND c.tenant_id = (SELECT app_tenant())));
CREATE POLICY office_all ON push TO zhibu_office USING (true) WITH CHECK (true);
GRANT SELECT ON push TO zhibu_branch;
GRANT SELECT, INSERT, UPDATE ON push TO zhibu_office;

-- A branch may tell anybody of what happened in it, and read nobody's notices.
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY tells ON notification FOR INSERT TO zhibu_branch WITH CHECK (branch_id = (SELECT app_tenant()));
CREATE POLICY office_all ON notification TO zhibu_office USING (true) WITH CHECK (true);
GRANT INSERT ON notification TO zhibu_branch;
GRANT SELECT, INSERT, UPDATE ON notification TO zhibu_office;

-- What the college says of itself: everybody's to read, the office's to write.
GRANT SELECT ON fact, fact_value, term, college_page, banner TO zhibu_branch, zhibu_office, zhibu_reader;
GRANT INSERT, UPDATE ON fact, fact_value, term, college_page, banner TO zhibu_office;
REVOKE SELECT ON fact_value, banner, college_page FROM zhibu_reader;
GRANT SELECT (id, fact_id, value, effective_from, voided_at, created_at) ON fact_value TO zhibu_reader;
GRANT SELECT (id, text, href, starts_at, ends_at, ended_at) ON banner TO zhibu_reader;
GRANT SELECT (id, slug, title, article_tenant_id, article_id, position, hidden) ON college_page TO zhibu_reader;

-- Accounts, imports, mail and anchors are the office role's alone.
GRANT SELECT, INSERT, UPDATE ON user_session, one_time_link, import_run, import_row, mail, notification_wish TO zhibu_office;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code, external_identity, saved_view TO zhibu_office;
GRANT SELECT, INSERT ON audit_anchor TO zhibu_office;

-- Readers: where a merged branch's article went, which articles the office features, the branch's own words above a pushed one.
GRANT SELECT ON moved_article TO zhibu_reader;
CREATE POLICY reader_moved ON moved_article FOR SELECT TO zhibu_reader USING (tenant_id = (SELECT app_tenant()));
GRANT SELECT (tenant_id, article_id, state, featured_at) ON nomination TO zhibu_reader;
CREATE POLICY reader_featured ON nomination FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND featured_at IS NOT NULL);
GRANT SELECT (introduction) ON revision TO zhibu_reader;

-- What readers see of several sites has changed at once (a push, a recall, a fact): for the office alone.
-- NULL stands for every site. The portal is told as well.
CREATE FUNCTION bump_sites(site_ids uuid[], removal boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  FOR changed IN
    UPDATE site_version s
    SET version = s.version + 1, changed_at = clock_timestamp(),
        removal_version = CASE WHEN removal THEN s.version + 1 ELSE s.removal_version END
    FROM (SELECT site_id FROM site_version
          WHERE site_ids IS NULL OR site_id = ANY (site_ids) OR site_id IN (SELECT id FROM college)
          ORDER BY site_id FOR UPDATE) locked
    WHERE s.site_id = locked.site_id
    RETURNING s.site_id, s.version, s.removal_version
  LOOP
    PERFORM pg_notify('site_changed', changed.site_id || ':' || changed.version || ':' || changed.removal_version);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION bump_sites(uuid[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bump_sites(uuid[], boolean) TO zhibu_office;

-- The same for the current tenant; both take the rows in one order, so that they never wait for each other in a ring.
CREATE OR REPLACE FUNCTION bump_site_version(removal boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_tenant() IS NULL THEN RAISE EXCEPTION 'bump_site_version needs a tenant'; END IF;
  PERFORM bump_sites(ARRAY[app_tenant()], removal);
END $$;
