-- What waits for somebody, by branch: for a signature or another try, and without its result statement.
CREATE INDEX publicity_list_waiting ON publicity_list (tenant_id, submitted_at) WHERE state IN ('in_review', 'running');
CREATE INDEX publicity_list_returned ON publicity_list (tenant_id) WHERE return_reason <> '';
CREATE INDEX publicity_list_unstated ON publicity_list (tenant_id, state_since) WHERE state = 'ended';
-- The few objections that are open, among all that ever were.
CREATE INDEX objection_open ON objection (tenant_id, list_id, received_at) WHERE state IN ('received', 'accepted', 'investigated');
