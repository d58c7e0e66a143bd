-- A desk as format 4 wrote it: Nora was answered, Ben waits with a draft. Its clock stood at 2026-03-02T10:01Z.
BEGIN TRANSACTION;
CREATE TABLE inbox (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  lane     TEXT NOT NULL,
  body     TEXT,
  -- 0 waits, 1 settled, 2 dead
  state    INTEGER NOT NULL DEFAULT 0,
  at       INTEGER NOT NULL
) STRICT;
INSERT INTO inbox VALUES(1,'e44db5e9-db58-49ad-bd15-f0a4ca5f782a','playground','playground:local:help',NULL,1,1795680982917);
INSERT INTO inbox VALUES(2,'3ae61b6b-5ff0-4540-ab43-667235942d61','playground','playground:local:help',NULL,1,1795680983368);
INSERT INTO inbox VALUES(3,'playground:local:help:1772445600000/3/0/delivered','desk','desk:playground:local:help:1772445600000',NULL,1,1772445630000);
INSERT INTO inbox VALUES(4,'2eab1e1f-bd48-453a-852b-ced01057dffc','playground','playground:local:help',NULL,1,1795680983593);
CREATE TABLE decided (event TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO decided VALUES('playground:local:help:1772445600000',1772445600000);
INSERT INTO decided VALUES('desk/playground/reminder/1/set',1772445620000);
INSERT INTO decided VALUES('desk/playground/shift-note/1/set',1772445620000);
INSERT INTO decided VALUES('3ae61b6b-5ff0-4540-ab43-667235942d61',1772445630000);
INSERT INTO decided VALUES('playground:local:help:1772445600000/3/0/delivered',1772445630000);
INSERT INTO decided VALUES('playground:local:help:1772445630002',1772445630000);
CREATE TABLE conversation (
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
INSERT INTO conversation VALUES('playground:local:help:1772445600000',4,'playground/local/nora','playground/local/help',1772445600000,1772445630000,NULL,'playground/ada','{"id":"playground:local:help:1772445600000","version":4,"place":{"platform":"playground","workspace":"local","channel":"help","thread":"1772445600000"},"customer":{"id":"nora","name":"Nora Customer","role":"customer"},"status":"answered","openedAt":1772445600000,"lastCustomerAt":1772445600000,"messages":[{"id":"1772445600000","author":{"id":"nora","name":"Nora Customer","role":"customer"},"at":1772445600000,"text":"My invoice 4411 was charged twice","files":[]}],"drafts":[{"number":1,"text":"Hi Nora, I''ve read what you wrote.\n\nI''m looking into the double charge (invoice 4411) and will write to you here by 12:15 pm today (UTC) with what I find.","language":"en","template":"en/greeting/3 + en/billing/2","filled":{"name":"Nora","problem":"the double charge (invoice 4411)","by":"by 12:15 pm today (UTC)","team":"the support team","source":""},"checks":[{"name":"personal","pass":true,"hint":""},{"name":"listens","pass":true,"hint":""},{"name":"next-step","pass":true,"hint":""},{"name":"by-when","pass":true,"hint":""},{"name":"plain","pass":true,"hint":""},{"name":"grounded","pass":true,"hint":""},{"name":"fits","pass":true,"hint":""}],"promised":{"due":1772453700000,"words":"by 12:15 pm today (UTC)"},"writtenAt":1772445620000,"state":{"is":"sent","by":{"id":"ada","name":"Ada Agent","role":"agent"},"at":1772445630000,"edited":false,"waited":1772445600000}}],"humanSpoke":false,"timers":{"clock":1772546400000,"promise":1772451682500},"deeds":[{"at":1772445630000,"by":{"id":"ada","name":"Ada Agent","role":"agent"},"did":"sent"}],"triage":{"category":"billing","confidence":0.988,"candidates":[{"category":"billing","confidence":0.988},{"category":"other","confidence":0.01},{"category":"feedback_praise","confidence":0}],"urgency":"p2","sentiment":"negative","frustration":0.04,"wantsHuman":false,"isRequest":true,"abusive":false,"suspicious":false,"language":"en","wish":"refund","reasons":[{"field":"category","because":"says \"invoice\", \"charged twice\""},{"field":"urgency","because":"money is at risk (\"charged twice\")"},{"field":"sentiment","because":"\"charged twice\""},{"field":"isRequest","because":"says that something is wanted or wrong"},{"field":"language","because":"the usual one here"},{"field":"wish","because":"says \"charged twice\""}]},"gatheringSince":1772445600000,"acknowledgedAt":1772445620000,"owner":{"id":"ada","name":"Ada Agent","role":"agent"},"promises":[{"id":"playground:local:help:1772445600000/4/0","quote":"will write to you here by 12:15 pm today (UTC) with what I find.","by":{"id":"ada","name":"Ada Agent","role":"agent"},"madeAt":1772445630000,"because":"the time that the draft was written with","state":"suggested","due":1772453700000,"warnAt":1772451682500}],"clocks":{"reply":{"name":"first-reply","matter":{"urgency":"p2","category":"billing","language":"en"},"within":7200000,"warnAfter":5400000,"since":1772445600000,"spent":30000,"warnAt":1772451000000,"due":1772452800000,"stopped":1772445630000},"resolution":{"name":"resolution","matter":{"urgency":"p2","category":"billing","language":"en"},"within":57600000,"warnAfter":43200000,"since":1772445630000,"spent":30000,"warnAt":1772546400000,"due":1772618400000}}}');
INSERT INTO conversation VALUES('playground:local:help:1772445630002',2,'playground/local/ben','playground/local/help',1772445630000,1772445650000,1772445630000,NULL,'{"id":"playground:local:help:1772445630002","version":2,"place":{"platform":"playground","workspace":"local","channel":"help","thread":"1772445630002"},"customer":{"id":"ben","name":"Ben Customer","role":"customer"},"status":"waiting","openedAt":1772445630000,"lastCustomerAt":1772445630000,"messages":[{"id":"1772445630002","author":{"id":"ben","name":"Ben Customer","role":"customer"},"at":1772445630000,"text":"How do I export my data? I need it by Friday.","files":[]}],"drafts":[{"number":1,"text":"Hi Ben,\n\nI''ll find out how to export your data for you and write to you here by 12:15 pm today (UTC).","language":"en","template":"en/greeting/1 + en/how_to/3","filled":{"name":"Ben","problem":"how to export your data","by":"by 12:15 pm today (UTC)","team":"the support team","source":""},"checks":[{"name":"personal","pass":true,"hint":""},{"name":"listens","pass":true,"hint":""},{"name":"next-step","pass":true,"hint":""},{"name":"by-when","pass":true,"hint":""},{"name":"plain","pass":true,"hint":""},{"name":"fits","pass":true,"hint":""}],"promised":{"due":1772453700000,"words":"by 12:15 pm today (UTC)"},"writtenAt":1772445650000,"state":{"is":"open"}}],"humanSpoke":false,"timers":{"clock":1772451030000},"deeds":[],"triage":{"category":"how_to","confidence":0.702,"candidates":[{"category":"how_to","confidence":0.702},{"category":"security_privacy","confidence":0.162},{"category":"bug_outage","confidence":0.067},{"category":"other","confidence":0.066}],"urgency":"p2","sentiment":"negative","frustration":0.04,"wantsHuman":false,"isRequest":true,"abusive":false,"suspicious":false,"language":"en","wish":"information","reasons":[{"field":"category","because":"says \"how do i\", \"export\""},{"field":"urgency","because":"a deadline within hours (\"need it by\")"},{"field":"sentiment","because":"\"need it\""},{"field":"isRequest","because":"asks a question"},{"field":"language","because":"the usual one here"},{"field":"wish","because":"asks a question"}]},"gatheringSince":1772445630000,"waitingSince":1772445630000,"acknowledgedAt":1772445650000,"clocks":{"reply":{"name":"first-reply","matter":{"urgency":"p2","category":"how_to","language":"en"},"within":7200000,"warnAfter":5400000,"since":1772445630000,"spent":0,"warnAt":1772451030000,"due":1772452830000},"resolution":{"name":"resolution","matter":{"urgency":"p2","category":"how_to","language":"en"},"within":57600000,"warnAfter":43200000,"since":1772445630000,"spent":0,"warnAt":1772546430000,"due":1772618430000}},"lessons":[{"kind":"question","state":"open","text":"How do I export my data? I need it by Friday.","category":"how_to","language":"en","at":1772445650000,"messages":["1772445630002"],"id":"playground:local:help:1772445630002/2/0"}]}');
CREATE TABLE turn (person TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE aside (
  key      TEXT PRIMARY KEY,
  channel  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE name (key TEXT PRIMARY KEY, conversation TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO name VALUES('author/playground/local/help/ben','playground:local:help:1772445630002');
INSERT INTO name VALUES('author/playground/local/help/nora','playground:local:help:1772445600000');
INSERT INTO name VALUES('message/playground/local/help/1772445600000','playground:local:help:1772445600000');
INSERT INTO name VALUES('message/playground/local/help/1772445630002','playground:local:help:1772445630002');
CREATE TABLE timer (
  due          INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (due, conversation, name)
) STRICT, WITHOUT ROWID;
INSERT INTO timer VALUES(1772451030000,'playground:local:help:1772445630002','clock');
INSERT INTO timer VALUES(1772451682500,'playground:local:help:1772445600000','promise');
INSERT INTO timer VALUES(1772452820000,'desk/playground/reminder','round');
INSERT INTO timer VALUES(1772470800000,'desk/playground/shift-note','round');
INSERT INTO timer VALUES(1772546400000,'playground:local:help:1772445600000','clock');
CREATE TABLE round (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO round VALUES('desk/playground/reminder','{"id":"desk/playground/reminder","version":1,"name":"reminder","platform":"playground","told":{},"timers":{"round":1772452820000},"since":1772445620000}');
INSERT INTO round VALUES('desk/playground/shift-note','{"id":"desk/playground/shift-note","version":1,"name":"shift-note","platform":"playground","told":{},"timers":{"round":1772470800000},"since":1772445620000}');
CREATE TABLE effect (
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
CREATE TABLE ref (
  conversation TEXT NOT NULL,
  slot         TEXT NOT NULL,
  channel      TEXT NOT NULL,
  id           TEXT NOT NULL,
  PRIMARY KEY (conversation, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO ref VALUES('playground:local:help:1772445600000','playground:local:help:1772445600000/2/0','help','1772445620000');
INSERT INTO ref VALUES('playground:local:help:1772445600000','playground:local:help:1772445600000/3/0','help','1772445630000');
INSERT INTO ref VALUES('playground:local:help:1772445630002','playground:local:help:1772445630002/2/0','help','1772445650000');
INSERT INTO ref VALUES('playground:local:help:1772445600000','card','triage','1772445600001');
INSERT INTO ref VALUES('playground:local:help:1772445600000','draft:1','triage','1772445620001');
INSERT INTO ref VALUES('playground:local:help:1772445600000','promise:playground:local:help:1772445600000/4/0','triage','1772445630001');
INSERT INTO ref VALUES('playground:local:help:1772445630002','card','triage','1772445630003');
INSERT INTO ref VALUES('playground:local:help:1772445630002','draft:1','triage','1772445650001');
CREATE TABLE lesson (
  id           TEXT PRIMARY KEY,
  conversation TEXT NOT NULL,
  state        TEXT NOT NULL,
  at           INTEGER NOT NULL,
  document     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO lesson VALUES('playground:local:help:1772445630002/2/0','playground:local:help:1772445630002','open',1772445650000,'{"kind":"question","state":"open","text":"How do I export my data? I need it by Friday.","category":"how_to","language":"en","at":1772445650000,"messages":["1772445630002"],"id":"playground:local:help:1772445630002/2/0","conversation":"playground:local:help:1772445630002"}');
CREATE TABLE fact (
  id           TEXT PRIMARY KEY,
  at           INTEGER NOT NULL,
  type         TEXT NOT NULL,
  conversation TEXT NOT NULL,
  document     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO fact VALUES('playground:local:help:1772445600000/000000001/0',1772445600000,'opened','playground:local:help:1772445600000','{"type":"opened","at":1772445600000,"conversation":"playground:local:help:1772445600000","category":"billing","urgency":"p2"}');
INSERT INTO fact VALUES('playground:local:help:1772445600000/000000002/0',1772445620000,'acknowledged','playground:local:help:1772445600000','{"type":"acknowledged","at":1772445620000,"conversation":"playground:local:help:1772445600000","after":20000}');
INSERT INTO fact VALUES('playground:local:help:1772445600000/000000003/0',1772445630000,'sla-clock-stopped','playground:local:help:1772445600000','{"type":"sla-clock-stopped","at":1772445630000,"conversation":"playground:local:help:1772445600000","clock":"first-reply","urgency":"p2","since":1772445600000,"took":30000,"within":7200000,"met":true}');
INSERT INTO fact VALUES('playground:local:help:1772445600000/000000004/0',1772445630000,'replied','playground:local:help:1772445600000','{"at":1772445630000,"conversation":"playground:local:help:1772445600000","after":30000,"template":"en/greeting/3 + en/billing/2","type":"replied","agent":"ada","outcome":"as-it-was"}');
INSERT INTO fact VALUES('playground:local:help:1772445600000/000000004/1',1772445630000,'promised','playground:local:help:1772445600000','{"at":1772445630000,"conversation":"playground:local:help:1772445600000","promise":"playground:local:help:1772445600000/4/0","by":"ada","type":"promised","due":1772453700000}');
INSERT INTO fact VALUES('playground:local:help:1772445600000/000000004/2',1772445630000,'draft-settled','playground:local:help:1772445600000','{"type":"draft-settled","at":1772445630000,"conversation":"playground:local:help:1772445600000","draft":1,"outcome":"as-it-was","template":"en/greeting/3 + en/billing/2","category":"billing","language":"en","byModel":false}');
INSERT INTO fact VALUES('playground:local:help:1772445630002/000000001/0',1772445630000,'opened','playground:local:help:1772445630002','{"type":"opened","at":1772445630000,"conversation":"playground:local:help:1772445630002","category":"how_to","urgency":"p2"}');
INSERT INTO fact VALUES('playground:local:help:1772445630002/000000002/0',1772445650000,'acknowledged','playground:local:help:1772445630002','{"type":"acknowledged","at":1772445650000,"conversation":"playground:local:help:1772445630002","after":20000}');
CREATE TABLE shelf (
  name    TEXT NOT NULL,
  key     TEXT NOT NULL,
  value   TEXT NOT NULL,
  expires INTEGER,
  PRIMARY KEY (name, key)
) STRICT;
INSERT INTO shelf VALUES('playground','room','{"value":{"generation":1,"last":1772445650001,"said":[{"id":"1772445600000","at":1772445600000,"channel":"help","author":"nora","text":"My invoice 4411 was charged twice","act":"e44db5e9-db58-49ad-bd15-f0a4ca5f782a"},{"id":"1772445620000","at":1772445620000,"channel":"help","author":"warmline","text":"Thank you for writing, Nora. Somebody on the support team will answer you here by noon today (UTC).","effect":"playground:local:help:1772445600000/2/0","thread":"1772445600000"},{"id":"1772445630000","at":1772445630000,"channel":"help","author":"warmline","text":"Hi Nora, I''ve read what you wrote.\n\nI''m looking into the double charge (invoice 4411) and will write to you here by 12:15 pm today (UTC) with what I find.","effect":"playground:local:help:1772445600000/3/0","thread":"1772445600000"},{"id":"1772445630002","at":1772445630000,"channel":"help","author":"ben","text":"How do I export my data? I need it by Friday.","act":"2eab1e1f-bd48-453a-852b-ced01057dffc"},{"id":"1772445650000","at":1772445650000,"channel":"help","author":"warmline","text":"Thank you for writing, Ben. Somebody on the support team will answer you here by 12:15 pm today (UTC).","effect":"playground:local:help:1772445630002/2/0","thread":"1772445630002"}],"cards":[{"id":"1772445600001","at":1772445600000,"conversation":"playground:local:help:1772445600000","effect":"playground:local:help:1772445600000/3/2","view":{"customer":"Nora Customer","customerId":"nora","message":"1772445600000","messages":[{"id":"1772445600000","text":"My invoice 4411 was charged twice"}],"said":"My invoice 4411 was charged twice","category":"Billing and payment","categoryName":"billing","urgency":"p2","urgencyWords":"P2 soon","flags":["Unhappy","Wants: their money back"],"because":"says \"invoice\", \"charged twice\"; money is at risk (\"charged twice\")","why":[{"about":"Category","words":"Billing and payment (sure, 99 %), says \"invoice\", \"charged twice\"; else Something else 1 %, Praise and feedback 0 %"},{"about":"Urgency","words":"P2 soon, money is at risk (\"charged twice\")"},{"about":"Mood","words":"unhappy, frustration 4 %, \"charged twice\""},{"about":"Wants","words":"their money back, says \"charged twice\""},{"about":"Wants a person","words":"no"},{"about":"A request","words":"yes, says that something is wanted or wrong"},{"about":"Language","words":"English, the usual one here"},{"about":"Abusive","words":"no"},{"about":"Tries to instruct a model","words":"no"}],"status":"answered","statusWords":"Answered, with a promise to keep","owner":"Ada Agent","pace":{"is":"on track","clock":"resolution","due":1772618400000},"escalations":[],"snoozes":[{"value":"1h","label":"Snooze for an hour"},{"value":"tomorrow","label":"Snooze until tomorrow"},{"value":"next week","label":"Snooze until next week"}],"promises":["🤝 promised by <1772453700000> (not confirmed): will write to you here by 12:15 pm today (UTC) with what I find."],"deeds":[{"at":1772445630000,"words":"Ada Agent sent the reply"}],"triageButtons":["correct-category","correct-urgency","why","snooze"],"buttons":["regenerate","take-over","resolve","merge","hand-on"]},"items":[{"id":"1772445620001","at":1772445620000,"slot":"draft:1","effect":"playground:local:help:1772445600000/4/0","view":{"is":"draft","number":1,"text":"Hi Nora, I''ve read what you wrote.\n\nI''m looking into the double charge (invoice 4411) and will write to you here by 12:15 pm today (UTC) with what I find.","state":"sent","words":"Ada Agent sent this.","hints":[],"notes":[],"buttons":[]}},{"id":"1772445630001","at":1772445630000,"slot":"promise:playground:local:help:1772445600000/4/0","effect":"playground:local:help:1772445600000/4/2","view":{"is":"promise","id":"playground:local:help:1772445600000/4/0","words":"🤝 Ada Agent promised: “will write to you here by 12:15 pm today (UTC) with what I find”, by <1772453700000> (the time that the draft was written with). It counts unless it is dismissed.","due":1772453700000,"buttons":["keep-promise","edit-promise","drop-promise"]}}]},{"id":"1772445630003","at":1772445630000,"conversation":"playground:local:help:1772445630002","effect":"playground:local:help:1772445630002/2/1","view":{"customer":"Ben Customer","customerId":"ben","message":"1772445630002","messages":[{"id":"1772445630002","text":"How do I export my data? I need it by Friday."}],"said":"How do I export my data? I need it by Friday.","category":"How-to question","categoryName":"how_to","urgency":"p2","urgencyWords":"P2 soon","flags":["Unhappy","Wants: an answer"],"because":"says \"how do i\", \"export\"; a deadline within hours (\"need it by\")","why":[{"about":"Category","words":"How-to question (fairly sure, 70 %), says \"how do i\", \"export\"; else Security and privacy 16 %, Bug or outage 7 %, Something else 7 %"},{"about":"Urgency","words":"P2 soon, a deadline within hours (\"need it by\")"},{"about":"Mood","words":"unhappy, frustration 4 %, \"need it\""},{"about":"Wants","words":"an answer, asks a question"},{"about":"Wants a person","words":"no"},{"about":"A request","words":"yes, asks a question"},{"about":"Language","words":"English, the usual one here"},{"about":"Abusive","words":"no"},{"about":"Tries to instruct a model","words":"no"}],"status":"waiting","statusWords":"Waiting for us","waitingSince":1772445630000,"pace":{"is":"on track","clock":"first-reply","due":1772452830000},"escalations":[],"snoozes":[{"value":"1h","label":"Snooze for an hour"},{"value":"tomorrow","label":"Snooze until tomorrow"},{"value":"next week","label":"Snooze until next week"}],"promises":[],"deeds":[],"triageButtons":["correct-category","correct-urgency","why","snooze"],"buttons":["take-over","resolve","not-a-request","merge","hand-on"]},"items":[{"id":"1772445650001","at":1772445650000,"slot":"draft:1","effect":"playground:local:help:1772445630002/2/2","view":{"is":"draft","number":1,"text":"Hi Ben,\n\nI''ll find out how to export your data for you and write to you here by 12:15 pm today (UTC).","state":"open","words":"Nothing is sent until you press Send.","hints":[],"notes":[],"buttons":["send","edit","regenerate","not-a-request","take-over"]}}]}],"whispers":[],"notes":[]}}',NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('inbox',4);
INSERT INTO sqlite_sequence VALUES('effect',13);
CREATE INDEX inbox_waits ON inbox (number) WHERE state = 0;
CREATE INDEX inbox_at ON inbox (at) WHERE state = 1;
CREATE INDEX decided_at ON decided (at);
CREATE INDEX conversation_waiting ON conversation (waiting) WHERE waiting IS NOT NULL;
CREATE INDEX conversation_customer ON conversation (customer, opened);
CREATE INDEX conversation_channel ON conversation (channel, touched);
CREATE INDEX conversation_owner ON conversation (owner, waiting) WHERE owner IS NOT NULL;
CREATE INDEX aside_channel ON aside (channel, at);
CREATE INDEX aside_at ON aside (at);
CREATE INDEX effect_look ON effect (look) WHERE look IS NOT NULL;
CREATE INDEX effect_lane ON effect (lane, number);
CREATE INDEX ref_place ON ref (channel, id);
CREATE INDEX lesson_conversation ON lesson (conversation);
CREATE INDEX lesson_at ON lesson (at);
CREATE INDEX fact_at ON fact (at);
CREATE INDEX fact_type ON fact (type, at);
COMMIT;
PRAGMA user_version = 4;
