-- The latest moment at which a clock in Shanghai struck the hour.
CREATE FUNCTION digest_struck(at timestamptz, hour integer) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT (date_trunc('day', at AT TIME ZONE 'Asia/Shanghai' - make_interval(hours => hour)) + make_interval(hours => hour))
    AT TIME ZONE 'Asia/Shanghai'
$$;
REVOKE ALL ON FUNCTION digest_struck(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION digest_struck(timestamptz, integer) TO zhibu_office;

-- What troubles the office's list of mails, newest first.
CREATE INDEX "mail_troubled_idx" ON "mail" ("created_at" DESC, "id" DESC) WHERE "state" <> 'sent';
