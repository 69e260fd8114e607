-- AlterTable
ALTER TABLE "article" ADD COLUMN     "linked_push_id" UUID,
ADD COLUMN     "linked_required" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "push" ADD COLUMN     "origin_no" INTEGER NOT NULL;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_linked_push_id_fkey" FOREIGN KEY ("linked_push_id") REFERENCES "push"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What still has to be delivered, for whoever looks after lost jobs.
CREATE INDEX "push_copy_waiting_idx" ON "push_copy" ("push_id") WHERE "state" = 'waiting';

-- The portal shows what is pushed once, as the origin: its index leaves the copies out, and each column's knows them.
DROP INDEX "article_live_idx";
CREATE INDEX "article_live_idx" ON "article" ("published_at" DESC, "id" DESC) INCLUDE ("tenant_id", "column_id")
  WHERE "visibility" = 'live' AND "linked_push_id" IS NULL;
DROP INDEX "article_live_of_column_idx";
CREATE INDEX "article_live_of_column_idx" ON "article" ("tenant_id", "column_id", "published_at" DESC, "id" DESC) INCLUDE ("linked_push_id")
  WHERE "visibility" = 'live';

-- A branch whose article is being pushed sees that it is: its next text goes to all who follow.
CREATE POLICY originated ON push FOR SELECT TO zhibu_branch USING (origin_tenant_id = (SELECT app_tenant()));

-- Readers: which article a copy follows, and whether it was recalled. Not its note, its sender or what other branches did with it.
GRANT SELECT (linked_push_id) ON article TO zhibu_reader;
GRANT SELECT (tenant_id, push_id) ON push_copy TO zhibu_reader;
CREATE POLICY reader_reached ON push_copy FOR SELECT TO zhibu_reader USING (tenant_id = (SELECT app_tenant()));
GRANT SELECT (id, state, origin_tenant_id, origin_no) ON push TO zhibu_reader;
CREATE POLICY reader_reached ON push FOR SELECT TO zhibu_reader
  USING (EXISTS (SELECT FROM push_copy c WHERE c.push_id = push.id AND c.tenant_id = (SELECT app_tenant())));
