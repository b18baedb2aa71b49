PRAGMA page_size = 8192;
PRAGMA user_version = 6;
PRAGMA application_id = 1717793841;
CREATE TABLE "claims" (
   "id" INTEGER PRIMARY KEY,
   "text" TEXT NOT NULL
);
CREATE TABLE "checks" (
   "id" INTEGER PRIMARY KEY,
   "claim_id" INTEGER NOT NULL REFERENCES "claims"("id"),
   "checked" TEXT NOT NULL,
   "claim_date" TEXT,
   "verdict" TEXT NOT NULL,
   "confidence" REAL,
   "reasons" TEXT
);
CREATE TABLE "evidence" (
   "id" INTEGER PRIMARY KEY,
   "check_id" INTEGER NOT NULL REFERENCES "checks"("id"),
   "stance" TEXT NOT NULL,
   "score" REAL,
   "decided_by" TEXT,
   "text" TEXT NOT NULL,
   "context" TEXT,
   "source" TEXT,
   "comparisons" TEXT,
   "reasons" TEXT,
   "assertion" INTEGER,
   "repeats" INTEGER
);
CREATE TABLE "signoffs" ("id" INTEGER PRIMARY KEY, "draft" TEXT NOT NULL, "code" TEXT NOT NULL, "sentence" TEXT NOT NULL, "passage" TEXT NOT NULL, "by" TEXT NOT NULL, "note" TEXT, "at" TEXT NOT NULL, "line" INTEGER, "text" TEXT, "source" TEXT, "path" TEXT NOT NULL DEFAULT '', "state" TEXT NOT NULL DEFAULT 'agreed', "withdrawn" TEXT);
CREATE TABLE "documents" ("id" INTEGER PRIMARY KEY, "path" TEXT NOT NULL, "file" TEXT NOT NULL, "title" TEXT, "author" TEXT, "publisher" TEXT, "published" TEXT, "published_from" TEXT, "url" TEXT, "language" TEXT, "format" TEXT, "sha256" TEXT NOT NULL, "indexed" TEXT NOT NULL, "label" TEXT, "weight" FLOAT NOT NULL, "notes" TEXT, "corrections" TEXT, "first_sentence" INTEGER, "last_sentence" INTEGER, "gaps" TEXT NOT NULL, "fields" TEXT);
CREATE TABLE "blocks" ("id" INTEGER PRIMARY KEY REFERENCES "sentences" ("id"), "kind" TEXT NOT NULL, "heading" TEXT, "page" INTEGER, "position" TEXT, "speaker" TEXT);
CREATE TABLE "sentences" ("id" INTEGER PRIMARY KEY, "document_id" INTEGER NOT NULL REFERENCES "documents" ("id"), "block_id" INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "line" INTEGER NOT NULL, "text" TEXT NOT NULL);
CREATE TABLE "figures" ("sentence_id" INTEGER NOT NULL REFERENCES "sentences" ("id"), "place" INTEGER NOT NULL, "text" TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "kind" TEXT NOT NULL, "value" TEXT, "value_high" TEXT, "number" FLOAT, "number_high" FLOAT, "unit" TEXT, "per" TEXT, "bound" TEXT, "hedge" TEXT, "noun" TEXT, "noun_phrase" TEXT, "role" TEXT, "doubt" TEXT, "implied" INTEGER, PRIMARY KEY ("sentence_id", "place")) WITHOUT ROWID;
CREATE TABLE "copies" ("document_id" INTEGER PRIMARY KEY, "first" INTEGER NOT NULL, "alike" FLOAT NOT NULL, "differences" INTEGER NOT NULL);
CREATE TABLE "fingerprints" ("hash" INTEGER, "document_id" INTEGER, PRIMARY KEY ("hash", "document_id")) WITHOUT ROWID;
CREATE TABLE "uncompared" ("document_id" INTEGER PRIMARY KEY);
CREATE TABLE frequent_terms (term TEXT PRIMARY KEY, sentences INTEGER NOT NULL, until INTEGER NOT NULL, form TEXT NOT NULL, list BLOB NOT NULL, skipped BLOB NOT NULL);
CREATE TABLE frequent_terms_removed ("first" INTEGER NOT NULL, "last" INTEGER NOT NULL);
CREATE UNIQUE INDEX "idx_claims_text"
    ON "claims" ("text");
CREATE INDEX "idx_checks_claim_id"
    ON "checks" ("claim_id");
CREATE INDEX "idx_evidence_check_id"
    ON "evidence" ("check_id");
CREATE INDEX "idx_signoffs_draft" ON "signoffs" ("draft");
CREATE INDEX "idx_signoffs_path" ON "signoffs" ("path");
CREATE UNIQUE INDEX "idx_documents_path" ON "documents" ("path");
CREATE INDEX "idx_documents_file" ON "documents" ("file");
CREATE INDEX "idx_copies_first" ON "copies" ("first");
CREATE INDEX idx_frequent_terms_until ON frequent_terms (until);
CREATE VIRTUAL TABLE sentences_fts USING fts5 (text, content="sentences", content_rowid="id", tokenize="porter unicode61");
CREATE VIEW document_texts AS
SELECT d.id, d.path, d.title, coalesce((
  SELECT group_concat(substr(d.gaps, p.start - p.gap - p.before + 1, p.gap) || p.text, '') FROM (
    SELECT start, text, start - lag("end", 1, 0) OVER (ORDER BY id) AS gap,
      coalesce(sum("end" - start) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM sentences WHERE id BETWEEN d.first_sentence AND d.last_sentence ORDER BY id) p), '')
  || substr(d.gaps, 1 + coalesce((
    SELECT max("end") - sum("end" - start) FROM sentences
    WHERE id BETWEEN d.first_sentence AND d.last_sentence), 0)) AS text
FROM documents d;
CREATE VIEW passages AS
SELECT s.id, d.path, d.title, d.published, b.heading, b.page, s.line, b.position, b.speaker, s.text
FROM sentences s JOIN documents d ON d.id = s.document_id JOIN blocks b ON b.id = s.block_id;
DELETE FROM "claims";
INSERT INTO "claims" VALUES (1, 'The ferry to Holm had 312 passengers on board');
INSERT INTO "claims" VALUES (2, 'The bridge at Asgard carries 7,000 cars a day');
DELETE FROM "checks";
INSERT INTO "checks" VALUES (1, 1, '2025-01-01T00:00:00+00:00', '2025-01-01', 'supported', 0.8955, '["the source says the same: 312 passengers"]');
INSERT INTO "checks" VALUES (2, 2, '2025-01-01T00:00:00+00:00', '2025-01-01', 'conflicting', 0.9291, '["the source says 9,000 cars"]');
DELETE FROM "evidence";
INSERT INTO "evidence" VALUES (1, 1, 'supports', 0.8955, 'figure', 'The ferry to Holm sank on Tuesday with 312 passengers on board.', 'Ferry to Holm sinks', '{"document": 3, "path": "sources/ferry.md", "title": "Ferry to Holm sinks", "author": null, "published": "2024-03-05", "url": null, "page": null, "line": 8, "start": 81, "end": 144, "sha256": "fa17164ac6a3a2ea2001e37d163f2f31332dda9334ad270cf9a2d4470b69e625", "publisher": null, "heading": "Ferry to Holm sinks", "position": null, "label": null, "weight": 1.0, "speaker": null, "published_from": "front matter", "language": "en", "format": "markdown", "indexed": "2025-01-01T00:00:00+00:00", "copies": null}', '[{"claim_figure": "312", "source_figure": "312", "relation": "equal", "difference": "0", "difference_percent": "0.0", "note": "the source says the same: 312 passengers"}]', '["the source says the same: 312 passengers"]', 0, NULL);
INSERT INTO "evidence" VALUES (2, 1, 'conflicts', 0.5196, 'figure', 'town: Holm; ferries: 3; passengers: 41000', '', '{"document": 2, "path": "sources/ferries.csv", "title": null, "author": null, "published": null, "url": null, "page": null, "line": 1, "start": 0, "end": 41, "sha256": "a295d2ad2e99eb16767b938289828c29be2df015c8f93ba1f397c7ec1d206235", "publisher": null, "heading": null, "position": "row 2", "label": null, "weight": 1.0, "speaker": null, "published_from": null, "language": "en", "format": "csv", "indexed": "2025-01-01T00:00:00+00:00", "copies": null}', '[{"claim_figure": "312", "source_figure": "41000", "relation": "different", "difference": "40688", "difference_percent": "13041.0", "note": "the source says 41000 passengers"}]', '["the source says 41000 passengers", "the passage does not say: “board”"]', 0, NULL);
INSERT INTO "evidence" VALUES (3, 2, 'conflicts', 0.9291, 'figure', 'The bridge at Asgard carries 9,000 cars a day.', '', '{"document": 1, "path": "sources/bridge.txt", "title": null, "author": "Ola Nord", "published": "2020-06-01", "url": null, "page": null, "line": 1, "start": 0, "end": 46, "sha256": "d42fc9a0d38a86bcac3f37343e73b1a8fcfec7f61c16a3c7c40e6c197e80dc03", "publisher": null, "heading": null, "position": null, "label": null, "weight": 2.0, "speaker": null, "published_from": "set by hand", "language": "en", "format": "text", "indexed": "2025-01-01T00:00:00+00:00", "copies": null}', '[{"claim_figure": "7,000", "source_figure": "9,000", "relation": "different", "difference": "2000", "difference_percent": "28.6", "note": "the source says 9,000 cars"}]', '["the source says 9,000 cars"]', 0, NULL);
DELETE FROM "signoffs";
INSERT INTO "signoffs" VALUES (1, 'draft.md', 'figure-conflict', 'abc', 'def', 'Ola', 'counted twice', '2025-01-01T00:00:00+00:00', 3, '7,000 cars', 'sources/bridge.txt', '', 'agreed', NULL);
DELETE FROM "documents";
INSERT INTO "documents" VALUES (1, 'sources/bridge.txt', 'sources/bridge.txt', NULL, 'Ola Nord', NULL, '2020-06-01', 'set by hand', NULL, 'en', 'text', 'd42fc9a0d38a86bcac3f37343e73b1a8fcfec7f61c16a3c7c40e6c197e80dc03', '2025-01-01T00:00:00+00:00', NULL, 2.0, NULL, '{"published": "2020-06-01", "author": "Ola Nord", "weight": 2.0}', 1, 2, '


', NULL);
INSERT INTO "documents" VALUES (2, 'sources/ferries.csv', 'sources/ferries.csv', NULL, NULL, NULL, NULL, NULL, NULL, 'en', 'csv', 'a295d2ad2e99eb16767b938289828c29be2df015c8f93ba1f397c7ec1d206235', '2025-01-01T00:00:00+00:00', NULL, 1.0, NULL, NULL, 3, 4, '
', NULL);
INSERT INTO "documents" VALUES (3, 'sources/ferry.md', 'sources/ferry.md', 'Ferry to Holm sinks', NULL, NULL, '2024-03-05', 'front matter', NULL, 'en', 'markdown', 'fa17164ac6a3a2ea2001e37d163f2f31332dda9334ad270cf9a2d4470b69e625', '2025-01-01T00:00:00+00:00', NULL, 1.0, NULL, NULL, 5, 12, '---
title: Ferry to Holm sinks
published: 2024-03-05
---

# 

 

## 

 

## 


', NULL);
DELETE FROM "blocks";
INSERT INTO "blocks" VALUES (1, 'paragraph', NULL, NULL, NULL, NULL);
INSERT INTO "blocks" VALUES (3, 'row', NULL, NULL, 'row 2', NULL);
INSERT INTO "blocks" VALUES (4, 'row', NULL, NULL, 'row 3', NULL);
INSERT INTO "blocks" VALUES (5, 'heading', NULL, NULL, NULL, NULL);
INSERT INTO "blocks" VALUES (6, 'paragraph', 'Ferry to Holm sinks', NULL, NULL, NULL);
INSERT INTO "blocks" VALUES (8, 'heading', 'Ferry to Holm sinks', NULL, NULL, NULL);
INSERT INTO "blocks" VALUES (9, 'paragraph', 'The rescue', NULL, NULL, NULL);
INSERT INTO "blocks" VALUES (11, 'heading', 'Ferry to Holm sinks', NULL, NULL, NULL);
INSERT INTO "blocks" VALUES (12, 'paragraph', 'The boat', NULL, NULL, NULL);
DELETE FROM "sentences";
INSERT INTO "sentences" VALUES (1, 1, 1, 0, 46, 1, 'The bridge at Asgard carries 9,000 cars a day.');
INSERT INTO "sentences" VALUES (2, 1, 1, 48, 70, 3, 'It opened in May 2019.');
INSERT INTO "sentences" VALUES (3, 2, 3, 0, 41, 1, 'town: Holm; ferries: 3; passengers: 41000');
INSERT INTO "sentences" VALUES (4, 2, 4, 42, 90, 2, 'town: Åsgard; ferries: 12; passengers: 1,250,000');
INSERT INTO "sentences" VALUES (5, 3, 5, 60, 79, 6, 'Ferry to Holm sinks');
INSERT INTO "sentences" VALUES (6, 3, 6, 81, 144, 8, 'The ferry to Holm sank on Tuesday with 312 passengers on board.');
INSERT INTO "sentences" VALUES (7, 3, 6, 145, 207, 8, 'Nobody drowned, said Inga Åberg, who leads the harbour office.');
INSERT INTO "sentences" VALUES (8, 3, 8, 212, 222, 10, 'The rescue');
INSERT INTO "sentences" VALUES (9, 3, 9, 224, 262, 12, 'Divers brought up the bell in October.');
INSERT INTO "sentences" VALUES (10, 3, 9, 263, 337, 12, 'They were paid £4.5m for nine days'' work — “a fair price”, the mayor said.');
INSERT INTO "sentences" VALUES (11, 3, 11, 342, 350, 14, 'The boat');
INSERT INTO "sentences" VALUES (12, 3, 12, 352, 406, 16, 'It was built in 1987 and cost about 60 million kroner.');
DELETE FROM "figures";
INSERT INTO "figures" VALUES (1, 0, '9,000', 29, 34, 'number', '9000', NULL, 9000.0, NULL, NULL, 'day', '=', NULL, 'cars', 'cars', NULL, NULL, 0);
INSERT INTO "figures" VALUES (2, 0, 'May 2019', 13, 21, 'date', '2019-05', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (3, 0, '3', 21, 22, 'number', '3', NULL, 3.0, NULL, NULL, NULL, '=', NULL, 'ferries', 'ferries', NULL, NULL, 0);
INSERT INTO "figures" VALUES (3, 1, '41000', 36, 41, 'number', '41000', NULL, 41000.0, NULL, NULL, NULL, '=', NULL, 'passengers', 'passengers', NULL, NULL, 0);
INSERT INTO "figures" VALUES (4, 0, '12', 23, 25, 'number', '12', NULL, 12.0, NULL, NULL, NULL, '=', NULL, 'ferries', 'ferries', NULL, NULL, 0);
INSERT INTO "figures" VALUES (4, 1, '1,250,000', 39, 48, 'number', '1250000', NULL, 1250000.0, NULL, NULL, NULL, '=', NULL, 'passengers', 'passengers', NULL, NULL, 0);
INSERT INTO "figures" VALUES (6, 0, 'Tuesday', 26, 33, 'date', '2024-03-05', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (6, 1, '312', 39, 42, 'number', '312', NULL, 312.0, NULL, NULL, NULL, '=', NULL, 'passengers', 'passengers', NULL, NULL, 0);
INSERT INTO "figures" VALUES (9, 0, 'October', 30, 37, 'date', '2023-10', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (10, 0, '£4.5m', 15, 20, 'money', '4.5E+6', NULL, 4500000.0, NULL, 'GBP', NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (10, 1, 'nine days', 25, 34, 'duration', '9', NULL, 9.0, NULL, 'day', NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (12, 0, '1987', 16, 20, 'date', '1987', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (12, 1, '60 million kroner', 36, 53, 'money', '6.0E+7', NULL, 60000000.0, NULL, 'DKK', NULL, '~', 'about', NULL, NULL, 'level', '["NOK"]', 0);
DELETE FROM "sentences_fts_data";
INSERT INTO "sentences_fts_data" VALUES (1, X'0C5C');
INSERT INTO "sentences_fts_data" VALUES (10, X'0000000102010300000001040101');
INSERT INTO "sentences_fts_data" VALUES (549755813889, X'0000026E043030303001020803020901013104020702013204020502033938370C0206010432303139020206020235300402080101330302050202313206020A0101340A02050204313030300302070102356D0A0206010236300C020A01013901020701016101020A09020B02046265726707020603036F75740C020902026E640C020702057367617264010205030203020174010204010462656C6C09020602046F61726406020D0401740B020302047269646701020303056F75676874090203020475696C740C020401036361720102090402726901020602036F73740C0208010364616901020B0902090204697665720902020204726F776E0702030104666169720A020C02046572726903020401020401020201020302026F720A02070107686172626F757207020A02036F6C6D0302030202040102050102696E020204070207030205030267610702050201740202020A020201066B726F6E65720C020C01046C65616407020801036D61690202050303796F720A020F0206696C6C696F6E0C020B01046E696E650A020802056F626F646907020201056F63746F6209020802046666696307020B02016E06040707020370656E0202030104706169640A020403057373656E6703020601020602020B0204726963650A020D0105726573637508020301047361696407020403021003026E6B0602060203696E6B050205010374686501020205020201020901020201020501020E0102020401690A020202016F0502030102040302776E030202010202020675657364616906020801027570090204010277610C020302036572650A02030202686F070207020369746806020902036F726B0A020A040B060608090706070609070706090908070D06090906090A090807080B09090912070C0E0D07090B0908080B090A0A0907080910090A0C07081A06090A0B0707080708');
DELETE FROM "sentences_fts_idx";
INSERT INTO "sentences_fts_idx" VALUES (4, X'', 2);
DELETE FROM "sentences_fts_docsize";
INSERT INTO "sentences_fts_docsize" VALUES (1, X'0A');
INSERT INTO "sentences_fts_docsize" VALUES (2, X'05');
INSERT INTO "sentences_fts_docsize" VALUES (3, X'06');
INSERT INTO "sentences_fts_docsize" VALUES (4, X'08');
INSERT INTO "sentences_fts_docsize" VALUES (5, X'04');
INSERT INTO "sentences_fts_docsize" VALUES (6, X'0C');
INSERT INTO "sentences_fts_docsize" VALUES (7, X'0A');
INSERT INTO "sentences_fts_docsize" VALUES (8, X'02');
INSERT INTO "sentences_fts_docsize" VALUES (9, X'07');
INSERT INTO "sentences_fts_docsize" VALUES (10, X'0F');
INSERT INTO "sentences_fts_docsize" VALUES (11, X'02');
INSERT INTO "sentences_fts_docsize" VALUES (12, X'0B');
DELETE FROM "sentences_fts_config";
INSERT INTO "sentences_fts_config" VALUES ('hashsize', 8388608);
INSERT INTO "sentences_fts_config" VALUES ('version', 4);
DELETE FROM "copies";
DELETE FROM "fingerprints";
INSERT INTO "fingerprints" VALUES (112956285, 3);
INSERT INTO "fingerprints" VALUES (1212350895, 3);
INSERT INTO "fingerprints" VALUES (1780334657, 3);
INSERT INTO "fingerprints" VALUES (1893261071, 3);
INSERT INTO "fingerprints" VALUES (1919549932, 1);
INSERT INTO "fingerprints" VALUES (2263247561, 2);
INSERT INTO "fingerprints" VALUES (2487084064, 2);
INSERT INTO "fingerprints" VALUES (2522515121, 3);
INSERT INTO "fingerprints" VALUES (2583303519, 3);
INSERT INTO "fingerprints" VALUES (2968430711, 1);
INSERT INTO "fingerprints" VALUES (3227985375, 3);
INSERT INTO "fingerprints" VALUES (3293963864, 2);
DELETE FROM "uncompared";
DELETE FROM "frequent_terms";
INSERT INTO "frequent_terms" VALUES ('the', 7, 12, 'count', X'', X'');
DELETE FROM "frequent_terms_removed";
