-- Transactions lock in one order, so that none wait for each other in a ring: rows of their own, branches' trails, the
-- college's trail, sites. Who takes them in another order is refused each time, not only when two happen to meet.

-- Like the functions that tell sites: whoever writes a line may not read the college's row.
CREATE FUNCTION keep_lock_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE locked text := coalesce(current_setting('app.locked', true), '');
BEGIN
  IF locked = 'sites' THEN
    RAISE EXCEPTION 'a line of the trail comes before the sites are told';
  END IF;
  IF EXISTS (SELECT FROM written WHERE tenant_id NOT IN (SELECT id FROM college)) THEN
    IF locked = 'college' THEN
      RAISE EXCEPTION 'a line of a branch''s trail comes before the college''s';
    END IF;
  ELSE
    PERFORM set_config('app.locked', 'college', true);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_lock_order() FROM PUBLIC;

CREATE TRIGGER keep_lock_order AFTER INSERT ON audit_entry
REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_lock_order();

-- The portal's row is the first, for everybody: who has it is the only one to hold any site's, in whatever order.
CREATE OR REPLACE FUNCTION bump_sites(site_ids uuid[], removal boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  PERFORM set_config('app.locked', 'sites', true);
  PERFORM FROM site_version WHERE site_id IN (SELECT id FROM college) FOR UPDATE;
  FOR changed IN
    UPDATE site_version s
    SET version = s.version + 1, changed_at = clock_timestamp(),
        removal_version = CASE WHEN removal THEN s.version + 1 ELSE s.removal_version END
    WHERE site_ids IS NULL OR s.site_id = ANY (site_ids) OR s.site_id IN (SELECT id FROM college)
    RETURNING s.site_id, s.version, s.removal_version
  LOOP
    PERFORM pg_notify('site_changed', changed.site_id || ':' || changed.version || ':' || changed.removal_version);
  END LOOP;
END $$;

-- A page of the college that shows an article follows it at once; the sites are told at the commit, behind everything else.
DROP TRIGGER college_page_told ON article;
DROP FUNCTION tell_college_page();

CREATE FUNCTION keep_college_page() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE college_page SET live = (NEW.visibility = 'live') WHERE article_tenant_id = NEW.tenant_id AND article_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_college_page() FROM PUBLIC;
CREATE TRIGGER college_page_kept AFTER UPDATE OF visibility ON article FOR EACH ROW
  WHEN (OLD.visibility IS DISTINCT FROM NEW.visibility)
  EXECUTE FUNCTION keep_college_page();

CREATE FUNCTION tell_of_college_page() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM college_page WHERE article_tenant_id = NEW.tenant_id AND article_id = NEW.id) THEN
    PERFORM bump_sites(NULL, true);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_of_college_page() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER college_page_told AFTER UPDATE OF visibility, live_revision_id ON article
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.visibility IS DISTINCT FROM NEW.visibility OR OLD.live_revision_id IS DISTINCT FROM NEW.live_revision_id)
  EXECUTE FUNCTION tell_of_college_page();
