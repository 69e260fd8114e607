-- The office decides on a proposal by its id alone, in whichever branch.
CREATE INDEX "nomination_id_idx" ON "nomination" ("id");
