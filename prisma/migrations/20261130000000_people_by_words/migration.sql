-- People by words of their name or login name, as the search writes it (`person-named.ts`).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX app_user_words ON app_user USING gin ((display_name || ' ' || login_name) gin_trgm_ops);
