CREATE TABLE colours (name text PRIMARY KEY);
CREATE FUNCTION shout(word text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN upper(word); END; $$;
INSERT INTO colours VALUES ('red');
