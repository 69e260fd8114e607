-- The database refuses, too (DESIGN 4): three roles, forced policies, and one function that raises a site's version.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['zhibu_branch', 'zhibu_office', 'zhibu_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO zhibu_branch, zhibu_office, zhibu_reader;

-- The tenant of this transaction; NULL when none was set, and NULL equals nothing.
CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- Whether this transaction reads for the college portal, across branches.
CREATE FUNCTION app_portal() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT current_setting('app.portal', true) IS NOT DISTINCT FROM 'on' $$;

-- Every tenant table: forced, one tenant for the branch role, all for the office role.
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY table_name
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY branch_own ON %I TO zhibu_branch USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()))', t);
    EXECUTE format('CREATE POLICY office_all ON %I TO zhibu_office USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO zhibu_branch, zhibu_office', t);
  END LOOP;
END $$;

-- History is inserted and read, never changed; people are appointed by the office.
REVOKE UPDATE, DELETE ON audit_entry, workflow_event FROM zhibu_branch, zhibu_office;
REVOKE DELETE ON article, revision, submission, branch_role FROM zhibu_branch, zhibu_office;
REVOKE INSERT, UPDATE ON branch_role FROM zhibu_branch;

-- Tables of the college.
ALTER TABLE branch ENABLE ROW LEVEL SECURITY;
ALTER TABLE branch FORCE ROW LEVEL SECURITY;
CREATE POLICY directory ON branch FOR SELECT TO zhibu_branch, zhibu_reader USING (true);
CREATE POLICY own_branch ON branch FOR UPDATE TO zhibu_branch USING (id = (SELECT app_tenant())) WITH CHECK (id = (SELECT app_tenant()));
CREATE POLICY office_all ON branch TO zhibu_office USING (true) WITH CHECK (true);
GRANT SELECT ON branch TO zhibu_branch, zhibu_reader;
GRANT UPDATE (intro, address, phone, email, icp, article_seq, version, updated_at) ON branch TO zhibu_branch;
GRANT SELECT, INSERT, UPDATE ON branch TO zhibu_office;

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON app_user FOR SELECT TO zhibu_branch
  USING (EXISTS (SELECT FROM branch_role r WHERE r.user_id = app_user.id AND r.tenant_id = (SELECT app_tenant())));
CREATE POLICY office_all ON app_user TO zhibu_office USING (true) WITH CHECK (true);
GRANT SELECT ON app_user TO zhibu_branch;
GRANT SELECT, INSERT, UPDATE ON app_user TO zhibu_office;

GRANT SELECT ON college, site_version TO zhibu_branch, zhibu_office, zhibu_reader;
GRANT INSERT, UPDATE ON college TO zhibu_office;
GRANT INSERT ON site_version TO zhibu_office;
GRANT SELECT, INSERT, UPDATE ON college_role TO zhibu_office;
GRANT SELECT, INSERT, UPDATE, DELETE ON credential, sign_in_throttle TO zhibu_office;

-- Readers: published rows, and of an article's row only what a published article may show.
GRANT SELECT (tenant_id, id, no, column_id, visibility, live_revision_id, pinned_at, published_at, revised_at, event_at, withdrawn_at) ON article TO zhibu_reader;
GRANT SELECT ON site_column, revision, revision_media, media, article_view TO zhibu_reader;
REVOKE SELECT ON revision FROM zhibu_reader;
GRANT SELECT (tenant_id, id, article_id, column_id, title, subtitle, summary, source, author, event_at, cover_id, body, body_text, content_hash) ON revision TO zhibu_reader;

CREATE POLICY reader_visible ON site_column FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND NOT hidden);
-- A withdrawn article's address answers with a stub, so its row (which holds no words) stays readable.
CREATE POLICY reader_published ON article FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND visibility <> 'unpublished');
CREATE POLICY reader_live ON revision FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND EXISTS (
    SELECT FROM article a WHERE a.tenant_id = revision.tenant_id AND a.id = revision.article_id
      AND a.live_revision_id = revision.id AND a.visibility = 'live'));
CREATE POLICY reader_live ON revision_media FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND EXISTS (
    SELECT FROM revision r WHERE r.tenant_id = revision_media.tenant_id AND r.id = revision_media.revision_id));
CREATE POLICY reader_live ON media FOR SELECT TO zhibu_reader
  USING ((tenant_id = (SELECT app_tenant()) OR (SELECT app_portal())) AND EXISTS (
    SELECT FROM revision_media m WHERE m.tenant_id = media.tenant_id AND m.media_id = media.id));
CREATE POLICY reader_counts ON article_view FOR SELECT TO zhibu_reader
  USING (tenant_id = (SELECT app_tenant()));
CREATE POLICY reader_counts_new ON article_view FOR INSERT TO zhibu_reader
  WITH CHECK (tenant_id = (SELECT app_tenant()) AND EXISTS (
    SELECT FROM article a WHERE a.tenant_id = article_view.tenant_id AND a.id = article_view.article_id AND a.visibility = 'live'));
CREATE POLICY reader_counts_up ON article_view FOR UPDATE TO zhibu_reader
  USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()));
GRANT INSERT, UPDATE (views) ON article_view TO zhibu_reader;

-- What readers see of the current tenant (and of the portal) has changed. All instances are told at commit.
CREATE FUNCTION bump_site_version(removal boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  IF app_tenant() IS NULL THEN RAISE EXCEPTION 'bump_site_version needs a tenant'; END IF;
  FOR changed IN
    UPDATE site_version s
    SET version = s.version + 1, changed_at = clock_timestamp(),
        removal_version = CASE WHEN removal THEN s.version + 1 ELSE s.removal_version END
    WHERE s.site_id = app_tenant() OR s.site_id IN (SELECT id FROM college)
    RETURNING s.site_id, s.version, s.removal_version
  LOOP
    PERFORM pg_notify('site_changed', changed.site_id || ':' || changed.version || ':' || changed.removal_version);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION bump_site_version(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bump_site_version(boolean) TO zhibu_branch, zhibu_office;
