-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "progressed_at" TIMESTAMPTZ(3),
ADD COLUMN     "stopped_by_name" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "app_user_display_name_id_idx" ON "app_user"("display_name", "id");

-- CreateIndex
CREATE INDEX "app_user_email_idx" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "branch_role_ends_on_idx" ON "branch_role"("ends_on");
