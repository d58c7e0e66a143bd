/** The tables of the embedded store. A change of format raises the number and migrates on opening. */
export const FORMAT = 5;

/** What makes a file of each older format one of the next. */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  2: `
ALTER TABLE conversation ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET
  channel = json_extract(document, '$.place.platform') || '/' || json_extract(document, '$.place.workspace')
    || '/' || json_extract(document, '$.place.channel'),
  touched = json_extract(document, '$.lastCustomerAt');
`,
  3: `
ALTER TABLE conversation ADD COLUMN owner TEXT;
UPDATE conversation SET
  owner = json_extract(document, '$.place.platform') || '/' || json_extract(document, '$.owner.id')
  WHERE json_extract(document, '$.status') IN ('gathering', 'waiting', 'answered');
CREATE TABLE IF NOT EXISTS timer (conversation TEXT NOT NULL, name TEXT NOT NULL, due INTEGER NOT NULL);
ALTER TABLE timer RENAME TO timer_3;
DROP INDEX IF EXISTS timer_look;
CREATE TABLE timer (
  due INTEGER NOT NULL, conversation TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (due, conversation, name)
) STRICT, WITHOUT ROWID;
INSERT INTO timer SELECT due, conversation, name FROM timer_3 ORDER BY due;
DROP TABLE timer_3;
`,
  // What a conversation was at the time of a fact was not written down: what it is now stands for it.
  4: `
CREATE TABLE IF NOT EXISTS fact (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL, type TEXT NOT NULL, conversation TEXT NOT NULL, document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE fact RENAME TO fact_4;
CREATE TABLE fact (
  number INTEGER PRIMARY KEY AUTOINCREMENT, day INTEGER NOT NULL, document TEXT NOT NULL
) STRICT;
INSERT INTO fact (day, document) SELECT fact_4.at / 86400000, json_set(fact_4.document, '$.about', json_object(
  'platform', coalesce(json_extract(c.document, '$.place.platform'), ''),
  'workspace', coalesce(json_extract(c.document, '$.place.workspace'), ''),
  'channel', coalesce(json_extract(c.document, '$.place.channel'), ''),
  'customer', coalesce(json_extract(c.document, '$.customer.id'), ''),
  'category', coalesce(json_extract(c.document, '$.triage.category'), ''),
  'urgency', coalesce(json_extract(c.document, '$.triage.urgency'), ''),
  'language', coalesce(json_extract(c.document, '$.triage.language'), ''),
  'owner', coalesce(json_extract(c.document, '$.owner.id'), '')))
  FROM fact_4 LEFT JOIN conversation c ON c.id = fact_4.conversation ORDER BY fact_4.at, fact_4.id;
DROP TABLE fact_4;
`,
};

export const SCHEMA = `
CREATE TABLE IF NOT EXISTS inbox (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  lane     TEXT NOT NULL,
  body     TEXT,
  -- 0 waits, 1 settled, 2 dead
  state    INTEGER NOT NULL DEFAULT 0,
  at       INTEGER NOT NULL
) STRICT;
DROP INDEX IF EXISTS inbox_waits;
CREATE INDEX IF NOT EXISTS inbox_lane ON inbox (lane, number) WHERE state = 0;
CREATE INDEX IF NOT EXISTS inbox_at ON inbox (at) WHERE state = 1;

CREATE TABLE IF NOT EXISTS decided (event TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS decided_at ON decided (at);

CREATE TABLE IF NOT EXISTS conversation (
  id       TEXT PRIMARY KEY,
  version  INTEGER NOT NULL,
  customer TEXT NOT NULL,
  channel  TEXT NOT NULL,
  opened   INTEGER NOT NULL,
  -- when something last happened to it
  touched  INTEGER NOT NULL,
  -- since when the customer waits, where they do
  waiting  INTEGER,
  -- whose it is, until it is at rest
  owner    TEXT,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS conversation_waiting ON conversation (waiting) WHERE waiting IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversation_customer ON conversation (customer, opened);
CREATE INDEX IF NOT EXISTS conversation_channel ON conversation (channel, touched);

CREATE INDEX IF NOT EXISTS conversation_owner ON conversation (owner, waiting) WHERE owner IS NOT NULL;

-- when somebody was last given a conversation
CREATE TABLE IF NOT EXISTS turn (person TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS aside (
  key      TEXT PRIMARY KEY,
  channel  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS aside_channel ON aside (channel, at);
CREATE INDEX IF NOT EXISTS aside_at ON aside (at);

CREATE TABLE IF NOT EXISTS name (key TEXT PRIMARY KEY, conversation TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- in the order of their time: its conversation says which it has
CREATE TABLE IF NOT EXISTS timer (
  due          INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (due, conversation, name)
) STRICT, WITHOUT ROWID;

-- what concerns the whole desk, with timers of its own
CREATE TABLE IF NOT EXISTS round (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS effect (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL,
  lane         TEXT NOT NULL,
  slot         TEXT NOT NULL,
  document     TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  -- an attempt has begun of which we do not know the end
  uncertain    INTEGER NOT NULL DEFAULT 0,
  -- when to look; NULL behind the head of its lane
  look         INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS effect_look ON effect (look) WHERE look IS NOT NULL;
CREATE INDEX IF NOT EXISTS effect_lane ON effect (lane, number);

CREATE TABLE IF NOT EXISTS ref (
  conversation TEXT NOT NULL,
  slot         TEXT NOT NULL,
  channel      TEXT NOT NULL,
  id           TEXT NOT NULL,
  PRIMARY KEY (conversation, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ref_place ON ref (channel, id);

-- what conversations may teach, have taught or were not to: a copy of what they say, for one look at all
CREATE TABLE IF NOT EXISTS lesson (
  id           TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  state        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  document     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS lesson_conversation ON lesson (conversation);
CREATE INDEX IF NOT EXISTS lesson_at ON lesson (at);

-- numbers are never used again: a day's part says up to which it holds them
CREATE TABLE IF NOT EXISTS fact (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  -- since 1970, UTC
  day      INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS fact_day ON fact (day);

CREATE TABLE IF NOT EXISTS part (
  day     INTEGER NOT NULL,
  -- counted from 0
  number  INTEGER NOT NULL,
  -- the last fact in it: facts of the day up to it may still lie about
  through INTEGER NOT NULL,
  bytes   BLOB NOT NULL,
  PRIMARY KEY (day, number)
) STRICT;

CREATE TABLE IF NOT EXISTS shelf (
  name    TEXT NOT NULL,
  key     TEXT NOT NULL,
  value   TEXT NOT NULL,
  expires INTEGER,
  PRIMARY KEY (name, key)
) STRICT;
`;
