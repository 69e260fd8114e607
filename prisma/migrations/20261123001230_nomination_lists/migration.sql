-- What the office goes through, and what the portal shows: each list in its own order.
CREATE INDEX "nomination_proposed_idx" ON "nomination" ("proposed_at" DESC, "id" DESC) WHERE "state" = 'proposed';
CREATE INDEX "nomination_featured_idx" ON "nomination" ("featured_at" DESC, "tenant_id", "article_id") WHERE "featured_at" IS NOT NULL;
CREATE INDEX "nomination_past_idx" ON "nomination" ("decided_at" DESC, "id" DESC) WHERE "state" IN ('declined', 'ended');
-- The readers' policy asks whether it is featured: exactly while it is.
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_featured_while" CHECK (("state" = 'featured') = ("featured_at" IS NOT NULL));

-- What the office took down, newest first.
CREATE INDEX "workflow_event_take_down_idx" ON "workflow_event" ("at" DESC, "id" DESC) WHERE "action" = 'takeDown';
