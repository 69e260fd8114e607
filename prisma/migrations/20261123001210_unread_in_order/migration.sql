-- The unread filter pages by time, so the index of what is unread is in that order.
DROP INDEX "notification_unread_idx";
CREATE INDEX "notification_unread_idx" ON "notification" ("user_id", "created_at" DESC, "id" DESC) WHERE "read_at" IS NULL;
