-- The clock asks once a minute for what is due anywhere: by time, over all branches.
DROP INDEX publicity_list_due_start;
CREATE INDEX publicity_list_due_start ON publicity_list (planned_start_at) WHERE state = 'signed';
DROP INDEX publicity_list_due_end;
CREATE INDEX publicity_list_due_end ON publicity_list (ends_at) WHERE state = 'running';

-- The portal shows what runs anywhere, the newest first.
CREATE INDEX publicity_list_running ON publicity_list (starts_at DESC, id DESC) WHERE state = 'running';
