-- The ledger: many records in one SQLite file. docs/ledger.md says the same in words.
-- Rows of a record are numbered as in the record: figure (report 7, n 3) is row f3 of report 7. Their `id` is a content hash, the same in every
-- ledger. Spans are code points into the report's text; the words themselves are cut from it, never stored twice.
-- Lists are JSON; an empty one is null, and so is the commitment of an author without reserve. Rows of events and statements have no id of
-- their own here: it follows from report, kind and spans (concepts/ids.py).
-- No table that `add` fills holds the time of day: adding the same reports in the same order makes the same file.

-- One row for every migration that ran, in order.
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One text as it was read. Reading it again adds nothing (`id` is the hash of text, publication date and address).
CREATE TABLE report (
    number INTEGER PRIMARY KEY,        -- order of adding
    id TEXT NOT NULL UNIQUE,           -- SHA-256 of text, published, url
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
    source_sha256 TEXT NOT NULL,       -- hash of the bytes that were read
    text_sha256 TEXT,                  -- hash of the text in UTF-8; null when it is what was read
    text_length INTEGER NOT NULL,      -- code points
    text BLOB NOT NULL,                -- UTF-8, deflated (zlib)
    source BLOB,                       -- bytes that were read, deflated; null when they are the text in UTF-8
    reader TEXT NOT NULL,              -- version that read it
    rows_sha256 TEXT NOT NULL,         -- hash of all its rows
    replaces INTEGER REFERENCES report (number) ON DELETE SET NULL,  -- the version before, at the same address
    copy_of INTEGER REFERENCES report (number) ON DELETE SET NULL,   -- the first report of this ledger with this text
    copy_kind TEXT CHECK (copy_kind IN ('same text', 'copy', 'part')),
    copy_share REAL                    -- share of its five-word runs that stand in that report
) STRICT;
CREATE INDEX report_url ON report (url) WHERE url IS NOT NULL;
CREATE INDEX report_replaces ON report (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX report_copy ON report (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX report_given ON report (id_given) WHERE id_given IS NOT NULL;

-- Bands of MinHash signatures (rensa): reports that share one may be copies; which are is decided by comparing texts.
CREATE TABLE band (
    hash INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    PRIMARY KEY (hash, report)
) STRICT, WITHOUT ROWID;

-- Actors that a row refers to.
CREATE TABLE actor (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    iso3 TEXT,
    roles TEXT,                        -- JSON list of words: "commander in West Asia"
    sectors TEXT,                      -- JSON list of PLOVER sector codes
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

-- Places that a row refers to.
CREATE TABLE place (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    name TEXT,                         -- null when it is not known which place is meant
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    iso3 TEXT,
    admin1 TEXT,
    geonames_id INTEGER,
    lat REAL,
    lon REAL,
    where_prec INTEGER,
    PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

-- Who said what.
CREATE TABLE statement (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    content TEXT NOT NULL,             -- JSON list of [start, end]
    cue_start INTEGER,
    cue_end INTEGER,
    source_start INTEGER,
    source_end INTEGER,
    speaker INTEGER,
    speaker_kind TEXT NOT NULL,
    form TEXT NOT NULL,
    act TEXT NOT NULL,
    said_earliest TEXT,
    said_latest TEXT,
    said_edtf TEXT,
    relay TEXT,                        -- JSON list of outlets
    parent INTEGER,
    PRIMARY KEY (report, n),
    FOREIGN KEY (report, speaker) REFERENCES actor (report, n),
    FOREIGN KEY (report, parent) REFERENCES statement (report, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Who did what to whom: events of a PLOVER type, and those that a figure belongs to.
CREATE TABLE event (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,            -- the word that names it
    "end" INTEGER NOT NULL,
    evidence_start INTEGER NOT NULL,   -- its clause
    evidence_end INTEGER NOT NULL,
    type TEXT,
    mode TEXT,
    contexts TEXT,
    cameo TEXT,
    quad INTEGER,
    actors TEXT,                       -- JSON list of actor numbers
    recipients TEXT,
    places TEXT,                       -- JSON list of place numbers
    earliest TEXT,
    latest TEXT,
    edtf TEXT,
    precision TEXT,
    date_prec INTEGER,
    status TEXT NOT NULL,
    negative INTEGER NOT NULL,         -- polarity
    commitment TEXT,                   -- who vouches how firmly, + or - for the polarity: author:none+ s3:certain+
    label TEXT NOT NULL,
    statement INTEGER,
    background INTEGER NOT NULL,
    PRIMARY KEY (report, n),
    FOREIGN KEY (report, statement) REFERENCES statement (report, n)
) STRICT, WITHOUT ROWID;

-- The reported numbers that matter. Derived figures are not kept: they are computed where they are shown.
CREATE TABLE figure (
    report INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    n INTEGER NOT NULL,
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
    earliest TEXT,                     -- when the number holds
    latest TEXT,
    edtf TEXT,
    precision TEXT,
    date_prec INTEGER,
    status TEXT NOT NULL,
    negative INTEGER NOT NULL,         -- polarity
    commitment TEXT,
    label TEXT NOT NULL,
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
    rule TEXT NOT NULL,
    PRIMARY KEY (report, n),
    FOREIGN KEY (report, subject) REFERENCES actor (report, n),
    FOREIGN KEY (report, place) REFERENCES place (report, n),
    FOREIGN KEY (report, speaker) REFERENCES actor (report, n),
    FOREIGN KEY (report, statement) REFERENCES statement (report, n),
    FOREIGN KEY (report, event) REFERENCES event (report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_thing ON figure (measure, place_iso3, subject_iso3);

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

-- Figures as they were read, with the names that people and spreadsheets want beside them, and what became of them in review.
CREATE VIEW figures AS
SELECT figure.id AS figure_id, report.id AS report_id, report.number AS report, figure.n AS n, report.id_given, report.outlet, report.url,
       report.published, report.copy_of, report.replaces, figure.start, figure."end", figure.value_text, figure.low, figure.best, figure.high, figure.approx,
       figure.bound, figure.vague, figure.unit, figure.measure, figure.scope, figure.role, figure.status, CASE figure.negative WHEN 1 THEN 'negative' ELSE 'positive' END AS polarity, figure.label,
       subject.name AS subject, subject.kind AS subject_kind, figure.subject_iso3, coalesce(place.name, place.text) AS place,
       place.kind AS place_kind, figure.place_iso3, place.geonames_id, place.lat, place.lon, place.where_prec,
       figure.earliest AS date_start, figure.latest AS date_end, figure.edtf AS date_edtf, figure.precision AS date_precision, figure.date_prec,
       speaker.name AS speaker, statement.speaker_kind, speaker.roles AS speaker_roles, statement.said_earliest AS said_start,
       statement.said_latest AS said_end, statement.source_start, statement.source_end, figure.statement, figure.event,
       event.type AS event_type, figure.relay, figure.pair, figure.part_of, figure.same_as, figure.evidence_start, figure.evidence_end,
       figure.rule, (SELECT verdict FROM review WHERE target = figure.id) AS review, report.reader AS version
FROM figure
JOIN report ON report.number = figure.report
LEFT JOIN actor AS subject ON subject.report = figure.report AND subject.n = figure.subject
LEFT JOIN place ON place.report = figure.report AND place.n = figure.place
LEFT JOIN actor AS speaker ON speaker.report = figure.report AND speaker.n = figure.speaker
LEFT JOIN statement ON statement.report = figure.report AND statement.n = figure.statement
LEFT JOIN event ON event.report = figure.report AND event.n = figure.event;
