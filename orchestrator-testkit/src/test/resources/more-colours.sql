INSERT INTO colours VALUES (shout('blue'));
