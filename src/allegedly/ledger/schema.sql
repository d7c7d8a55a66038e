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
-- Every place that means one of them, window by window of 512 characters. By threes, where in the window it begins, how long it is,
-- and its number in the article, each as a character: its code point less 48 (and less 2048 beyond the surrogates). They are as many
-- as a quarter of the words, and so take a third of the room of rows. The view mentions has a row for each.
CREATE TABLE mention_windows (
    article INTEGER NOT NULL REFERENCES articles,
    place INTEGER NOT NULL,             -- 2 for characters 1024 to 1535
    part INTEGER NOT NULL,              -- 1 and on where there are more than 256 in it
    mentions TEXT NOT NULL,
    PRIMARY KEY (article, place, part)
) STRICT, WITHOUT ROWID;
-- 0 to 255: the index of statements is made of a view, which may not use a table-valued function.
CREATE TABLE counts (
    count INTEGER PRIMARY KEY
) STRICT;
INSERT INTO counts WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < 255) SELECT n FROM c;
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
CREATE INDEX statements_unsure ON statements (confidence) WHERE confidence < 7000; -- what people look at first
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

-- What its statements say has happened and who is tied to whom: too much for rows. allegedly.ledger.packing reads the bytes.
CREATE TABLE happenings (
    article INTEGER NOT NULL REFERENCES articles,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,                -- the first, second … piece of one deflated MessagePack
    PRIMARY KEY (article, part)
) STRICT, WITHOUT ROWID;
-- Sorts of happenings that occur.
CREATE TABLE sorts (
    sort INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    mode TEXT,
    UNIQUE (type, mode)
) STRICT;

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

-- Of each statement of an article that puts something forward the row number and hashes of its rarest words, four bytes each, by
-- which candidates for the same claim are found.
CREATE TABLE statement_keys (
    article INTEGER PRIMARY KEY REFERENCES articles,
    keys BLOB NOT NULL
) STRICT;
-- Statements that may say the same, each pair once: those that are nearest to either. And those that deny another one of their
-- article, whatever their own words.
CREATE TABLE likely_pairs (
    a INTEGER NOT NULL REFERENCES statements,
    b INTEGER NOT NULL REFERENCES statements,
    sure REAL NOT NULL,                 -- how likely they do, 0 to 1; 0: a denies b
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX likely_pairs_b ON likely_pairs (b);
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
CREATE VIEW mentions AS
SELECT article, place, start, start + length - 48 - (length > 57343) * 2048 AS end, entity - 48 - (entity > 57343) * 2048 AS entity
FROM (
    SELECT w.article, w.place, w.place * 512 + unicode(substr(w.mentions, 3 * c.count + 1, 1)) - 48 AS start,
        unicode(substr(w.mentions, 3 * c.count + 2, 1)) AS length, unicode(substr(w.mentions, 3 * c.count + 3, 1)) AS entity
    FROM mention_windows w JOIN counts c ON c.count < length(w.mentions) / 3
);
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
            AND e.number + 48 + (e.number > 55247) * 2048 IN (
            SELECT unicode(substr(v.mentions, 3 * c.count + 3, 1))
            FROM statements s JOIN mention_windows v USING (article) JOIN counts c ON c.count < length(v.mentions) / 3
            WHERE s.statement = w.statement AND v.place BETWEEN s.start / 512 AND s.end / 512
                AND unicode(substr(v.mentions, 3 * c.count + 1, 1)) - 48 + v.place * 512 BETWEEN s.start AND s.end - 1
            UNION
            SELECT unicode(substr(v.mentions, 3 * c.count + 3, 1))
            FROM statement_spans x JOIN mention_windows v JOIN counts c ON c.count < length(v.mentions) / 3
            WHERE x.statement = w.statement AND x.part = 'content' AND v.article = w.article
                AND v.place BETWEEN x.start / 512 AND x.end / 512
                AND unicode(substr(v.mentions, 3 * c.count + 1, 1)) - 48 + v.place * 512 BETWEEN x.start AND x.end - 1)) AS about,
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
