-- The trail is read newest first: over all chains, of one, of one person, of one subject, of one kind of action.
DROP INDEX "audit_entry_tenant_id_subject_type_subject_id_idx";
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);
CREATE INDEX "audit_entry_tenant_id_at_id_idx" ON "audit_entry"("tenant_id", "at" DESC, "id" DESC);
CREATE INDEX "audit_entry_actor_id_at_id_idx" ON "audit_entry"("actor_id", "at" DESC, "id" DESC);
CREATE INDEX "audit_entry_subject_id_at_id_idx" ON "audit_entry"("subject_id", "at" DESC, "id" DESC);
CREATE INDEX "audit_entry_noun_idx" ON "audit_entry"(split_part("action", '.', 1), "at" DESC, "id" DESC);

-- CreateTable
CREATE TABLE "audit_check" (
    "id" UUID NOT NULL,
    "chain_id" UUID,
    "state" TEXT NOT NULL,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "started_by_id" UUID NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_check_started_at_idx" ON "audit_check"("started_at" DESC);

GRANT SELECT, INSERT, UPDATE ON audit_check TO zhibu_office;
