-- AlterTable
ALTER TABLE "publicity_text" ADD COLUMN     "contact" JSONB NOT NULL DEFAULT '{}';
