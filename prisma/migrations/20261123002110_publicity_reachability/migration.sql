-- Almost every probe finds the page; readers are told of the others at every rendering.
CREATE INDEX publicity_probe_lost ON publicity_probe (tenant_id, list_id, at) WHERE NOT ok;

-- How many minutes the page of a list could not be read since its present period began; nothing else of the probes.
CREATE FUNCTION publicity_minutes_lost(list uuid)
RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*) FROM publicity_probe p
  JOIN publicity_list l ON l.tenant_id = p.tenant_id AND l.id = p.list_id
  WHERE p.tenant_id = app_tenant() AND p.list_id = list AND NOT p.ok AND p.at >= l.starts_at AND p.at < l.ends_at
    AND l.state IN ('running', 'ended', 'stated', 'withdrawn')
$$;
REVOKE ALL ON FUNCTION publicity_minutes_lost(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION publicity_minutes_lost(uuid) TO zhibu_reader;
