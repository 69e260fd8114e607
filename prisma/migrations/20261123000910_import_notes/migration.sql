-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '{}';
