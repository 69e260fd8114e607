-- Walked backwards: a list of one kind of action asks for a range of this index and for its order, noun included, so that
-- no plan made for the average noun walks the whole trail in search of a rare one.
DROP INDEX "audit_entry_noun_idx";
CREATE INDEX "audit_entry_noun_idx" ON "audit_entry"(split_part("action", '.', 1), "at", "id");
