-- AlterTable
ALTER TABLE "media" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "media_tenant_id_sha256_idx" ON "media"("tenant_id", "sha256");
