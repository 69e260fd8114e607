-- CreateEnum
CREATE TYPE "media_purpose" AS ENUM ('library', 'publicity');

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "purpose" "media_purpose" NOT NULL DEFAULT 'library';

-- AlterTable
ALTER TABLE "publicity_text" ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "media_reading" (
    "tenant_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "findings" JSONB NOT NULL,
    "finding_count" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_reading_pkey" PRIMARY KEY ("tenant_id","media_id")
);

-- CreateTable
CREATE TABLE "publicity_file" (
    "tenant_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "publicity_file_pkey" PRIMARY KEY ("tenant_id","text_id","media_id")
);

-- CreateIndex
CREATE INDEX "publicity_file_tenant_id_media_id_idx" ON "publicity_file"("tenant_id", "media_id");

-- AddForeignKey
ALTER TABLE "media_reading" ADD CONSTRAINT "media_reading_tenant_id_media_id_fkey" FOREIGN KEY ("tenant_id", "media_id") REFERENCES "media"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publicity_file" ADD CONSTRAINT "publicity_file_tenant_id_text_id_fkey" FOREIGN KEY ("tenant_id", "text_id") REFERENCES "publicity_text"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publicity_file" ADD CONSTRAINT "publicity_file_tenant_id_media_id_fkey" FOREIGN KEY ("tenant_id", "media_id") REFERENCES "media"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Forced policies as everywhere (DESIGN 4). Neither is ever changed: a file's bytes never do, nor does a signed text.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['media_reading', 'publicity_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY branch_own ON %I TO zhibu_branch USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()))', t);
    EXECUTE format('CREATE POLICY office_all ON %I TO zhibu_office USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO zhibu_branch, zhibu_office', t);
  END LOOP;
END $$;

-- A file of a list is shown with the text it belongs to, and by the database's own clock no minute longer. It is shown
-- for nothing else: an article that named one would show nobody anything.
GRANT SELECT (files) ON publicity_text TO zhibu_reader;
GRANT SELECT ON publicity_file TO zhibu_reader;
CREATE POLICY reader_running ON publicity_file FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND EXISTS (
    SELECT FROM publicity_text t WHERE t.tenant_id = publicity_file.tenant_id AND t.id = publicity_file.text_id));
DROP POLICY reader_live ON media;
CREATE POLICY reader_live ON media FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND purpose = 'library' AND EXISTS (
    SELECT FROM revision_media m WHERE m.tenant_id = media.tenant_id AND m.media_id = media.id));
CREATE POLICY reader_running ON media FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND purpose = 'publicity' AND EXISTS (
    SELECT FROM publicity_file f WHERE f.tenant_id = media.tenant_id AND f.media_id = media.id));

-- The job asks for attachments nobody has read, the newest first.
CREATE INDEX media_attachment ON media (created_at DESC, id DESC) WHERE kind = 'attachment';
