-- What a person has not read yet: the bell's count touches these alone.
CREATE INDEX "notification_unread_idx" ON "notification" ("user_id") WHERE "read_at" IS NULL;
-- What may still go out by mail, by its time.
CREATE INDEX "notification_unmailed_idx" ON "notification" ("created_at") WHERE "mail_id" IS NULL AND "read_at" IS NULL;

-- Whom a branch tells when it asks the college for something: ids alone, of who holds one of the roles on the day.
CREATE FUNCTION college_people(roles text[], day date) RETURNS TABLE (user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT r.user_id FROM college_role r
  WHERE r.role::text = ANY (roles) AND r.starts_on <= day AND (r.ends_on IS NULL OR r.ends_on >= day)
$$;
REVOKE ALL ON FUNCTION college_people(text[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION college_people(text[], date) TO zhibu_branch, zhibu_office;
