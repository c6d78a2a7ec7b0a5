-- The ledger: many records in one SQLite file. docs/ledger.md says the same in words.
-- Rows of a record are numbered as in the record: figure (report 7, n 3) is row f3 of report 7. The `id` of a figure is a content hash, the same in
-- every ledger; that of an event or statement follows from report, kind and spans (concepts/ids.py) and is not kept. Spans are code points into the
-- report's text; the words themselves are cut from it, never stored twice. Lists are JSON; an empty one is null.
-- What many rows share (a time, a stance, a person, a place) is kept once, in a table of its own, and rows say its number: `figure_row`, `event_row`
-- and the other `_row` tables are for programs; the views `figure`, `event`, `statement`, `actor`, `place` say the same with all their values.
-- No table that `add` fills holds the time of day: adding the same reports in the same order makes the same file.

-- One row for every migration that ran, in order.
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One text as it was read. Reading it again adds nothing (`id` is the hash of text, publication date and address).
CREATE TABLE report (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of adding; never given twice
    id TEXT NOT NULL,                  -- SHA-256 of text, published, url
    id_given TEXT,                     -- what the input calls it
    title TEXT,
    outlet TEXT,
    url TEXT,
    authors TEXT,                      -- JSON list
    published TEXT,                    -- ISO 8601 date or datetime
    published_from TEXT NOT NULL,
    language TEXT,
    media_type TEXT NOT NULL,
    dateline TEXT,                     -- JSON object
    warnings TEXT,                     -- JSON list of slug and message
    agency TEXT,                       -- agency named in the dateline
    source_sha256 BLOB NOT NULL,       -- hash of the bytes that were read
    text_sha256 BLOB,                  -- hash of the text in UTF-8; null when it is what was read
    text_length INTEGER NOT NULL,      -- code points
    text BLOB NOT NULL,                -- UTF-8, deflated (zlib)
    source BLOB,                       -- bytes that were read, deflated; null when they are the text in UTF-8
    reader TEXT NOT NULL,              -- version that read it
    rows_sha256 BLOB NOT NULL,         -- hash of all its rows
    replaces INTEGER REFERENCES report (number) ON DELETE SET NULL,  -- the version before, at the same address
    copy_of INTEGER REFERENCES report (number) ON DELETE SET NULL,   -- the first report of this ledger with this text
    copy_kind TEXT CHECK (copy_kind IN ('same text', 'copy', 'part')),
    copy_share REAL                    -- share of its five-word runs that stand in that report
) STRICT;
CREATE INDEX report_id ON report (substr(id, 1, 12));  -- twelve letters are enough to find one; `id` decides
CREATE INDEX report_url ON report (url) WHERE url IS NOT NULL;
CREATE INDEX report_replaces ON report (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX report_copy ON report (copy_of) WHERE copy_of IS NOT NULL;

-- Bands of MinHash signatures (rensa): reports that share one may be copies; which are is decided by comparing texts.
CREATE TABLE signature (
    report INTEGER PRIMARY KEY REFERENCES report (number) ON DELETE CASCADE,
    bands BLOB NOT NULL                -- 32-bit numbers, little-endian
) STRICT;

-- Values that many rows share, each once.
CREATE TABLE moment (
    number INTEGER PRIMARY KEY,
    earliest TEXT,
    latest TEXT,
    edtf TEXT,
    precision TEXT,
    date_prec INTEGER
) STRICT;
CREATE INDEX moment_value ON moment (earliest, latest);
CREATE TABLE stance (
    number INTEGER PRIMARY KEY,
    status TEXT NOT NULL,
    negative INTEGER NOT NULL,         -- polarity
    commitment TEXT,                   -- who vouches how firmly, + or - for the polarity: author:none+ s3:certain+; null: the author, certain
    label TEXT NOT NULL
) STRICT;
CREATE INDEX stance_value ON stance (commitment, label);
CREATE TABLE kind (
    number INTEGER PRIMARY KEY,        -- of events
    type TEXT,                         -- PLOVER
    mode TEXT,
    contexts TEXT,                     -- JSON list
    cameo TEXT,
    quad INTEGER
) STRICT;
CREATE INDEX kind_value ON kind (type, mode);
CREATE TABLE manner (
    number INTEGER PRIMARY KEY,        -- of statements
    speaker_kind TEXT NOT NULL,
    form TEXT NOT NULL,
    act TEXT NOT NULL
) STRICT;
CREATE INDEX manner_value ON manner (act);
CREATE TABLE rule (
    number INTEGER PRIMARY KEY,        -- of figures: what told the role
    rule TEXT NOT NULL
) STRICT;
CREATE INDEX rule_value ON rule (rule);
CREATE TABLE person (
    number INTEGER PRIMARY KEY,        -- any actor: a person, a state, a body
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    iso3 TEXT,
    roles TEXT,                        -- JSON list of words: "commander in West Asia"
    sectors TEXT                       -- JSON list of PLOVER sector codes
) STRICT;
CREATE INDEX person_value ON person (name);
CREATE TABLE spot (
    number INTEGER PRIMARY KEY,
    name TEXT,                         -- null when it is not known which place is meant
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    iso3 TEXT,
    admin1 TEXT,
    geonames_id INTEGER,
    lat REAL,
    lon REAL,
    where_prec INTEGER
) STRICT;
CREATE INDEX spot_value ON spot (text);

-- Actors that a row refers to.
CREATE TABLE actor_row (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (number),
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

-- Places that a row refers to.
CREATE TABLE place_row (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    spot INTEGER NOT NULL REFERENCES spot (number),
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

-- Who said what.
CREATE TABLE statement_row (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER,                     -- what is said
    "end" INTEGER,
    more TEXT,                         -- its further parts: ,[start,end]
    cue_start INTEGER,
    cue_end INTEGER,
    source_start INTEGER,
    source_end INTEGER,
    speaker INTEGER,
    manner INTEGER NOT NULL REFERENCES manner (number),
    said INTEGER REFERENCES moment (number),
    relay TEXT,                        -- JSON list of outlets
    parent INTEGER,
    PRIMARY KEY (report, n),
    FOREIGN KEY (report, speaker) REFERENCES actor_row (report, n),
    FOREIGN KEY (report, parent) REFERENCES statement_row (report, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Who did what to whom: events of a PLOVER type, and those that a figure belongs to.
CREATE TABLE event_row (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,            -- the word that names it
    "end" INTEGER NOT NULL,
    evidence_start INTEGER NOT NULL,   -- its clause
    evidence_end INTEGER NOT NULL,
    kind INTEGER REFERENCES kind (number),
    actors TEXT,                       -- JSON list of actor numbers
    recipients TEXT,
    places TEXT,                       -- JSON list of place numbers
    moment INTEGER REFERENCES moment (number),
    stance INTEGER NOT NULL REFERENCES stance (number),
    statement INTEGER,
    background INTEGER NOT NULL,
    PRIMARY KEY (report, n),
    FOREIGN KEY (report, statement) REFERENCES statement_row (report, n)
) STRICT, WITHOUT ROWID;

-- The reported numbers that matter. Derived figures are not kept: they are computed where they are shown.
CREATE TABLE figure_row (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL CHECK (n < 100000),
    id TEXT NOT NULL UNIQUE,
    measure TEXT NOT NULL,
    scope TEXT,                        -- JSON list
    role TEXT,
    low ANY,                           -- numbers as they were read: whole ones stay whole
    best ANY,
    high ANY,
    approx INTEGER NOT NULL,
    bound TEXT,
    vague TEXT,
    value_text TEXT NOT NULL,
    unit TEXT NOT NULL,
    subject INTEGER,
    subject_iso3 TEXT,
    place INTEGER,
    place_iso3 TEXT,
    moment INTEGER REFERENCES moment (number),  -- when the number holds
    stance INTEGER NOT NULL REFERENCES stance (number),
    cue_start INTEGER,                 -- words that decide the label
    cue_end INTEGER,
    statement INTEGER,
    speaker INTEGER,
    relay TEXT,
    event INTEGER,
    pair INTEGER,                      -- other figures of the report
    part_of INTEGER,
    same_as INTEGER,
    evidence_start INTEGER NOT NULL,   -- its sentence
    evidence_end INTEGER NOT NULL,
    start INTEGER,                     -- the number itself
    "end" INTEGER,
    rule INTEGER NOT NULL REFERENCES rule (number),
    fact INTEGER,                      -- the figures that state one fact: number of the first of them; null: it stands alone
    kin INTEGER,                       -- the figures that hang together by being like one another; facts are made within kin
    PRIMARY KEY (report, n),
    FOREIGN KEY (report, subject) REFERENCES actor_row (report, n),
    FOREIGN KEY (report, place) REFERENCES place_row (report, n),
    FOREIGN KEY (report, speaker) REFERENCES actor_row (report, n),
    FOREIGN KEY (report, statement) REFERENCES statement_row (report, n),
    FOREIGN KEY (report, event) REFERENCES event_row (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_thing ON figure_row (place_iso3, measure, subject_iso3);
CREATE INDEX figure_subject ON figure_row (subject_iso3);
CREATE INDEX figure_kin ON figure_row (kin) WHERE kin IS NOT NULL;

-- Where a figure lies by what is counted and how many, when it holds, when it was told, and where: figures that may be one lie near one another.
-- `figure` is 100,000 × report + n.
CREATE VIRTUAL TABLE nearby USING rtree_i32 (figure, size_from, size_to, held_from, held_to, told_from, told_to, place_from, place_to);

-- Figures that came, changed or lost a companion since facts were last joined.
CREATE TABLE unjoined (
    figure INTEGER PRIMARY KEY         -- 100,000 × report + n
) STRICT;

-- The rules by which facts were joined (one row, once there is a figure).
CREATE TABLE joining (
    rules TEXT NOT NULL
) STRICT;

-- What people decided about rows: never changed, only added to; the last one about a field holds. docs/judgements.md says the rules in words.
CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL,              -- report.id of the target
    target TEXT NOT NULL,              -- id of a figure, event or statement
    verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'same', 'not same', 'undo')),
    fields TEXT,                       -- of a correction: JSON object, the right value of each field
    other TEXT,                        -- of same, not same: the other row
    other_report TEXT,                 -- and report.id of its report
    undoes INTEGER REFERENCES judgement (number),  -- of an undo: what it takes back
    who TEXT NOT NULL,
    at TEXT NOT NULL,                  -- ISO 8601, UTC
    why TEXT,
    CHECK ((fields IS NOT NULL) = (verdict = 'correct')),
    CHECK ((other IS NOT NULL) = (verdict IN ('same', 'not same'))),
    CHECK ((undoes IS NOT NULL) = (verdict = 'undo'))
) STRICT;
CREATE INDEX judgement_target ON judgement (target);
CREATE INDEX judgement_undoes ON judgement (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
BEGIN SELECT raise(ABORT, 'judgements are only added to'); END;
CREATE TRIGGER judgement_is_kept BEFORE DELETE ON judgement
BEGIN SELECT raise(ABORT, 'judgements are only added to'); END;

-- Words of titles and texts. An index of which report has which word, no more: order and place are looked up in the texts.
CREATE VIRTUAL TABLE words USING fts5 (title, text, content='', detail='none', tokenize='porter unicode61');

-- Judgements that were not taken back.
CREATE VIEW standing AS SELECT * FROM judgement AS one
WHERE verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM judgement WHERE undoes = one.number);

-- The right value of each corrected field (JSON), the last one that stands.
CREATE VIEW correction AS
SELECT standing.target, each.key AS field, each.value AS value, max(standing.number) AS judgement
FROM standing, json_each(standing.fields) AS each WHERE standing.verdict = 'correct' GROUP BY standing.target, each.key;

-- The review of each row: accepted, rejected or corrected. A row that was corrected once stays so when it is accepted.
CREATE VIEW review AS
SELECT target, CASE WHEN verdict = 'reject' THEN 'rejected'
       WHEN EXISTS (SELECT 1 FROM standing WHERE target = one.target AND verdict = 'correct') THEN 'corrected' ELSE 'accepted' END AS verdict,
       who, at, why
FROM standing AS one
WHERE verdict IN ('accept', 'reject', 'correct')
  AND number = (SELECT max(number) FROM standing WHERE target = one.target AND verdict IN ('accept', 'reject', 'correct'));

-- Rows with the values they share.
CREATE VIEW actor AS
SELECT report, n, name, kind, iso3, roles, sectors FROM actor_row JOIN person ON number = person;
CREATE VIEW place AS
SELECT report, n, name, text, kind, iso3, admin1, geonames_id, lat, lon, where_prec FROM place_row JOIN spot ON number = spot;
CREATE VIEW statement AS
SELECT report, n, CASE WHEN start IS NULL THEN '[]' ELSE '[[' || start || ',' || "end" || ']' || coalesce(more, '') || ']' END AS content,
       cue_start, cue_end, source_start, source_end, speaker, speaker_kind, form, act,
       earliest AS said_earliest, latest AS said_latest, edtf AS said_edtf, relay, parent
FROM statement_row JOIN manner ON manner.number = manner LEFT JOIN moment ON moment.number = said;
CREATE VIEW event AS
SELECT report, n, start, "end", evidence_start, evidence_end, type, mode, contexts, cameo, quad, actors, recipients, places,
       earliest, latest, edtf, precision, date_prec, status, negative, commitment, label, statement, background
FROM event_row LEFT JOIN kind ON kind.number = kind LEFT JOIN moment ON moment.number = moment JOIN stance ON stance.number = stance;
CREATE VIEW figure AS
SELECT report, n, id, measure, scope, role, low, best, high, approx, bound, vague, value_text, unit, subject, subject_iso3, place, place_iso3,
       earliest, latest, edtf, precision, date_prec, status, negative, commitment, label, cue_start, cue_end, statement, speaker, relay, event,
       pair, part_of, same_as, evidence_start, evidence_end, start, "end", rule.rule AS rule
FROM figure_row JOIN stance ON stance.number = stance JOIN rule ON rule.number = figure_row.rule LEFT JOIN moment ON moment.number = moment;

-- Figures as they were read, with the names that people and spreadsheets want beside them, their fact, and what became of them in review.
CREATE VIEW figures AS
SELECT figure.id AS figure_id, report.id AS report_id, report.number AS report, figure.n AS n, report.id_given, report.outlet, report.url,
       report.published, report.copy_of, report.replaces, figure.start, figure."end", figure.value_text, figure.low, figure.best, figure.high, figure.approx,
       figure.bound, figure.vague, figure.unit, figure.measure, figure.scope, figure.role, stance.status,
       CASE stance.negative WHEN 1 THEN 'negative' ELSE 'positive' END AS polarity, stance.label,
       subject.name AS subject, subject.kind AS subject_kind, figure.subject_iso3, coalesce(spot.name, spot.text) AS place,
       spot.kind AS place_kind, figure.place_iso3, spot.geonames_id, spot.lat, spot.lon, spot.where_prec,
       held.earliest AS date_start, held.latest AS date_end, held.edtf AS date_edtf, held.precision AS date_precision, held.date_prec,
       speaker.name AS speaker, manner.speaker_kind, speaker.roles AS speaker_roles, said.earliest AS said_start,
       said.latest AS said_end, statement_row.source_start, statement_row.source_end, figure.statement, figure.event,
       kind.type AS event_type, figure.relay, figure.pair, figure.part_of, figure.same_as, figure.evidence_start, figure.evidence_end,
       rule.rule, coalesce(figure.fact, 100000 * figure.report + figure.n) AS fact,
       (SELECT verdict FROM review WHERE target = figure.id) AS review, report.reader AS version
FROM figure_row AS figure
JOIN report ON report.number = figure.report
JOIN stance ON stance.number = figure.stance
JOIN rule ON rule.number = figure.rule
LEFT JOIN moment AS held ON held.number = figure.moment
LEFT JOIN actor_row AS whose ON whose.report = figure.report AND whose.n = figure.subject
LEFT JOIN person AS subject ON subject.number = whose.person
LEFT JOIN place_row ON place_row.report = figure.report AND place_row.n = figure.place
LEFT JOIN spot ON spot.number = place_row.spot
LEFT JOIN actor_row AS who ON who.report = figure.report AND who.n = figure.speaker
LEFT JOIN person AS speaker ON speaker.number = who.person
LEFT JOIN statement_row ON statement_row.report = figure.report AND statement_row.n = figure.statement
LEFT JOIN manner ON manner.number = statement_row.manner
LEFT JOIN moment AS said ON said.number = statement_row.said
LEFT JOIN event_row ON event_row.report = figure.report AND event_row.n = figure.event
LEFT JOIN kind ON kind.number = event_row.kind;
