-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "work_state" AS ENUM ('draft', 'handed_in', 'in_review', 'returned', 'approved', 'scheduled', 'failed');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('unpublished', 'live', 'withdrawn', 'archived');

-- CreateEnum
CREATE TYPE "media_use" AS ENUM ('cover', 'picture', 'attachment');

-- CreateEnum
CREATE TYPE "column_module" AS ENUM ('news', 'organisation', 'education', 'special');

-- CreateEnum
CREATE TYPE "media_kind" AS ENUM ('picture', 'attachment');

-- CreateEnum
CREATE TYPE "branch_kind" AS ENUM ('general', 'direct');

-- CreateEnum
CREATE TYPE "branch_state" AS ENUM ('open', 'suspended', 'archived');

-- CreateEnum
CREATE TYPE "branch_role_name" AS ENUM ('contributor', 'webmaster', 'organiser', 'secretary');

-- CreateEnum
CREATE TYPE "college_role_name" AS ENUM ('office', 'inspector', 'auditor');

-- CreateTable
CREATE TABLE "article" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "column_id" UUID NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'unpublished',
    "work_state" "work_state" DEFAULT 'draft',
    "live_revision_id" UUID,
    "working_revision_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "pinned_at" TIMESTAMPTZ(3),
    "scheduled_at" TIMESTAMPTZ(3),
    "failure_reason" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "revised_at" TIMESTAMPTZ(3),
    "event_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "work_state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "revision" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "column_id" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "subtitle" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "event_at" TIMESTAMPTZ(3),
    "cover_id" UUID,
    "body" JSONB NOT NULL,
    "body_text" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL DEFAULT '',
    "sealed_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "revision_media" (
    "tenant_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "use" "media_use" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "revision_media_pkey" PRIMARY KEY ("tenant_id","revision_id","media_id","use")
);

-- CreateTable
CREATE TABLE "editing_presence" (
    "tenant_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "editing_presence_pkey" PRIMARY KEY ("tenant_id","article_id","user_id")
);

-- CreateTable
CREATE TABLE "article_view" (
    "tenant_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_view_pkey" PRIMARY KEY ("tenant_id","article_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "site_column" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "baseline_key" TEXT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "module" "column_module" NOT NULL,
    "position" INTEGER NOT NULL,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "cadence_days" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_column_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "media" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "media_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "ext" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "widths" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "sha256" TEXT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "college" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "icp" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "college_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branch" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "custom_domain" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "branch_kind" NOT NULL,
    "state" "branch_state" NOT NULL DEFAULT 'open',
    "position" INTEGER NOT NULL DEFAULT 0,
    "intro" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "icp" TEXT NOT NULL DEFAULT '',
    "article_seq" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_version" (
    "site_id" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 1,
    "removal_version" BIGINT NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_version_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "login_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "branch_role" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "branch_role_name" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "appointed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "branch_role_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "college_role" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "college_role_name" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "appointed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "college_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "self_check" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "waivers_asked" JSONB NOT NULL DEFAULT '[]',
    "waivers_given" JSONB NOT NULL DEFAULT '[]',
    "submitted_by_id" UUID NOT NULL,
    "submitted_by_name" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "workflow_event" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision_id" UUID,
    "action" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "opinion" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workflow_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "article_tenant_id_visibility_published_at_id_idx" ON "article"("tenant_id", "visibility", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_tenant_id_column_id_visibility_published_at_id_idx" ON "article"("tenant_id", "column_id", "visibility", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_tenant_id_work_state_work_state_since_idx" ON "article"("tenant_id", "work_state", "work_state_since");

-- CreateIndex
CREATE INDEX "article_tenant_id_updated_at_id_idx" ON "article"("tenant_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "article_tenant_id_no_key" ON "article"("tenant_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "article_tenant_id_live_revision_id_key" ON "article"("tenant_id", "live_revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_tenant_id_working_revision_id_key" ON "article"("tenant_id", "working_revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_tenant_id_article_id_number_key" ON "revision"("tenant_id", "article_id", "number");

-- CreateIndex
CREATE INDEX "revision_media_tenant_id_media_id_idx" ON "revision_media"("tenant_id", "media_id");

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_subject_type_subject_id_idx" ON "audit_entry"("tenant_id", "subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_tenant_id_seq_key" ON "audit_entry"("tenant_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "site_column_tenant_id_slug_key" ON "site_column"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "site_column_tenant_id_baseline_key_key" ON "site_column"("tenant_id", "baseline_key");

-- CreateIndex
CREATE INDEX "media_tenant_id_created_at_id_idx" ON "media"("tenant_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "branch_slug_key" ON "branch"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "branch_custom_domain_key" ON "branch"("custom_domain");

-- CreateIndex
CREATE INDEX "site_version_changed_at_idx" ON "site_version"("changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_login_name_key" ON "app_user"("login_name");

-- CreateIndex
CREATE INDEX "branch_role_user_id_idx" ON "branch_role"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "branch_role_tenant_id_user_id_role_starts_on_key" ON "branch_role"("tenant_id", "user_id", "role", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "college_role_user_id_role_starts_on_key" ON "college_role"("user_id", "role", "starts_on");

-- CreateIndex
CREATE INDEX "submission_tenant_id_subject_type_subject_id_submitted_at_idx" ON "submission"("tenant_id", "subject_type", "subject_id", "submitted_at" DESC);

-- CreateIndex
CREATE INDEX "workflow_event_tenant_id_subject_type_subject_id_at_idx" ON "workflow_event"("tenant_id", "subject_type", "subject_id", "at");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_tenant_id_column_id_fkey" FOREIGN KEY ("tenant_id", "column_id") REFERENCES "site_column"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_tenant_id_live_revision_id_fkey" FOREIGN KEY ("tenant_id", "live_revision_id") REFERENCES "revision"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_tenant_id_working_revision_id_fkey" FOREIGN KEY ("tenant_id", "working_revision_id") REFERENCES "revision"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_tenant_id_article_id_fkey" FOREIGN KEY ("tenant_id", "article_id") REFERENCES "article"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_tenant_id_column_id_fkey" FOREIGN KEY ("tenant_id", "column_id") REFERENCES "site_column"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_tenant_id_cover_id_fkey" FOREIGN KEY ("tenant_id", "cover_id") REFERENCES "media"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_tenant_id_revision_id_fkey" FOREIGN KEY ("tenant_id", "revision_id") REFERENCES "revision"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_tenant_id_media_id_fkey" FOREIGN KEY ("tenant_id", "media_id") REFERENCES "media"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "editing_presence" ADD CONSTRAINT "editing_presence_tenant_id_article_id_fkey" FOREIGN KEY ("tenant_id", "article_id") REFERENCES "article"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "site_column" ADD CONSTRAINT "site_column_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_column" ADD CONSTRAINT "site_column_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "site_column"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_role" ADD CONSTRAINT "branch_role_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_role" ADD CONSTRAINT "branch_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college_role" ADD CONSTRAINT "college_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A due publication is found without reading the rest.
CREATE INDEX "article_scheduled_idx" ON "article" ("scheduled_at") WHERE "work_state" = 'scheduled';
