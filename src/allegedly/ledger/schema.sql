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

-- Web addresses that were fetched, and how their servers marked what they gave, so that only what has changed is fetched again.
CREATE TABLE fetches (
    url TEXT PRIMARY KEY,               -- after redirects
    etag TEXT,
    last_modified TEXT,
    at TEXT NOT NULL,                   -- UTC
    status INTEGER NOT NULL,
    digest TEXT NOT NULL                -- sha256 of what came
) STRICT, WITHOUT ROWID;

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
