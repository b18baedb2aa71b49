PRAGMA page_size = 8192;
PRAGMA user_version = 3;
PRAGMA application_id = 1717793841;
CREATE TABLE "documents" (
   "id" INTEGER PRIMARY KEY,
   "path" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "title" TEXT,
   "author" TEXT,
   "publisher" TEXT,
   "published" TEXT,
   "published_from" TEXT,
   "url" TEXT,
   "language" TEXT,
   "format" TEXT,
   "sha256" TEXT NOT NULL,
   "indexed" TEXT NOT NULL,
   "label" TEXT,
   "weight" REAL NOT NULL,
   "notes" TEXT,
   "corrections" TEXT,
   "text" TEXT NOT NULL
);
CREATE TABLE "sentences" (
   "id" INTEGER PRIMARY KEY,
   "document_id" INTEGER NOT NULL REFERENCES "documents"("id"),
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "line" INTEGER NOT NULL,
   "page" INTEGER,
   "kind" TEXT,
   "heading" TEXT,
   "position" TEXT,
   "speaker" TEXT,
   "text" TEXT NOT NULL
);
CREATE TABLE "figures" (
   "id" INTEGER PRIMARY KEY,
   "sentence_id" INTEGER NOT NULL REFERENCES "sentences"("id"),
   "text" TEXT NOT NULL,
   "start" INTEGER NOT NULL,
   "end" INTEGER NOT NULL,
   "kind" TEXT NOT NULL,
   "value" TEXT,
   "value_high" TEXT,
   "number" REAL,
   "number_high" REAL,
   "unit" TEXT,
   "per" TEXT,
   "bound" TEXT,
   "hedge" TEXT,
   "noun" TEXT,
   "noun_phrase" TEXT,
   "role" TEXT,
   "doubt" TEXT,
   "implied" INTEGER
);
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
CREATE UNIQUE INDEX "idx_documents_path"
    ON "documents" ("path");
CREATE UNIQUE INDEX "idx_claims_text"
    ON "claims" ("text");
CREATE INDEX "idx_documents_file"
    ON "documents" ("file");
CREATE INDEX "idx_sentences_document_id"
    ON "sentences" ("document_id");
CREATE INDEX "idx_figures_sentence_id"
    ON "figures" ("sentence_id");
CREATE INDEX "idx_checks_claim_id"
    ON "checks" ("claim_id");
CREATE INDEX "idx_evidence_check_id"
    ON "evidence" ("check_id");
CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content='sentences', content_rowid='id', tokenize='porter unicode61');
CREATE TABLE "signoffs" ("id" INTEGER PRIMARY KEY, "draft" TEXT NOT NULL, "code" TEXT NOT NULL, "sentence" TEXT NOT NULL, "passage" TEXT NOT NULL, "by" TEXT NOT NULL, "note" TEXT, "at" TEXT NOT NULL, "line" INTEGER, "text" TEXT, "source" TEXT, "path" TEXT NOT NULL DEFAULT '', "state" TEXT NOT NULL DEFAULT 'agreed', "withdrawn" TEXT);
CREATE INDEX "idx_signoffs_draft" ON "signoffs" ("draft");
CREATE INDEX "idx_signoffs_path" ON "signoffs" ("path");
CREATE TABLE frequent_terms (term TEXT PRIMARY KEY, sentences INTEGER NOT NULL, until INTEGER NOT NULL, form TEXT NOT NULL, list BLOB NOT NULL, skipped BLOB NOT NULL);
CREATE INDEX idx_frequent_terms_until ON frequent_terms (until);
CREATE TABLE frequent_terms_removed ("first" INTEGER NOT NULL, "last" INTEGER NOT NULL);
DELETE FROM "documents";
INSERT INTO "documents" VALUES (1, 'sources/bridge.txt', 'sources/bridge.txt', NULL, 'Ola Nord', NULL, '2020-06-01', 'set by hand', NULL, 'en', 'text', 'd42fc9a0d38a86bcac3f37343e73b1a8fcfec7f61c16a3c7c40e6c197e80dc03', '2025-01-01T00:00:00+00:00', NULL, 2.0, NULL, '{"published": "2020-06-01", "author": "Ola Nord", "weight": 2.0}', 'The bridge at Asgard carries 9,000 cars a day.

It opened in May 2019.
');
INSERT INTO "documents" VALUES (2, 'sources/ferries.csv', 'sources/ferries.csv', NULL, NULL, NULL, NULL, NULL, NULL, 'en', 'csv', 'a295d2ad2e99eb16767b938289828c29be2df015c8f93ba1f397c7ec1d206235', '2025-01-01T00:00:00+00:00', NULL, 1.0, NULL, NULL, 'town: Holm; ferries: 3; passengers: 41000
town: Åsgard; ferries: 12; passengers: 1,250,000');
INSERT INTO "documents" VALUES (3, 'sources/ferry.md', 'sources/ferry.md', 'Ferry to Holm sinks', NULL, NULL, '2024-03-05', 'front matter', NULL, 'en', 'markdown', 'fa17164ac6a3a2ea2001e37d163f2f31332dda9334ad270cf9a2d4470b69e625', '2025-01-01T00:00:00+00:00', NULL, 1.0, NULL, NULL, '---
title: Ferry to Holm sinks
published: 2024-03-05
---

# Ferry to Holm sinks

The ferry to Holm sank on Tuesday with 312 passengers on board. Nobody drowned, said Inga Åberg, who leads the harbour office.

## The rescue

Divers brought up the bell in October. They were paid £4.5m for nine days'' work — “a fair price”, the mayor said.

## The boat

It was built in 1987 and cost about 60 million kroner.
');
DELETE FROM "sentences";
INSERT INTO "sentences" VALUES (1, 1, 0, 46, 1, NULL, 'paragraph', NULL, NULL, NULL, 'The bridge at Asgard carries 9,000 cars a day.');
INSERT INTO "sentences" VALUES (2, 1, 48, 70, 3, NULL, 'paragraph', NULL, NULL, NULL, 'It opened in May 2019.');
INSERT INTO "sentences" VALUES (3, 2, 0, 41, 1, NULL, 'row', NULL, 'row 2', NULL, 'town: Holm; ferries: 3; passengers: 41000');
INSERT INTO "sentences" VALUES (4, 2, 42, 90, 2, NULL, 'row', NULL, 'row 3', NULL, 'town: Åsgard; ferries: 12; passengers: 1,250,000');
INSERT INTO "sentences" VALUES (5, 3, 60, 79, 6, NULL, 'heading', NULL, NULL, NULL, 'Ferry to Holm sinks');
INSERT INTO "sentences" VALUES (6, 3, 81, 144, 8, NULL, 'paragraph', 'Ferry to Holm sinks', NULL, NULL, 'The ferry to Holm sank on Tuesday with 312 passengers on board.');
INSERT INTO "sentences" VALUES (7, 3, 145, 207, 8, NULL, 'paragraph', 'Ferry to Holm sinks', NULL, NULL, 'Nobody drowned, said Inga Åberg, who leads the harbour office.');
INSERT INTO "sentences" VALUES (8, 3, 212, 222, 10, NULL, 'heading', 'Ferry to Holm sinks', NULL, NULL, 'The rescue');
INSERT INTO "sentences" VALUES (9, 3, 224, 262, 12, NULL, 'paragraph', 'The rescue', NULL, NULL, 'Divers brought up the bell in October.');
INSERT INTO "sentences" VALUES (10, 3, 263, 337, 12, NULL, 'paragraph', 'The rescue', NULL, NULL, 'They were paid £4.5m for nine days'' work — “a fair price”, the mayor said.');
INSERT INTO "sentences" VALUES (11, 3, 342, 350, 14, NULL, 'heading', 'Ferry to Holm sinks', NULL, NULL, 'The boat');
INSERT INTO "sentences" VALUES (12, 3, 352, 406, 16, NULL, 'paragraph', 'The boat', NULL, NULL, 'It was built in 1987 and cost about 60 million kroner.');
DELETE FROM "figures";
INSERT INTO "figures" VALUES (3, 3, '3', 21, 22, 'number', '3', NULL, 3.0, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (4, 3, '41000', 36, 41, 'number', '41000', NULL, 41000.0, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (5, 4, '12', 23, 25, 'number', '12', NULL, 12.0, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (6, 4, '1,250,000', 39, 48, 'number', '1250000', NULL, 1250000.0, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (14, 1, '9,000', 29, 34, 'number', '9000', NULL, 9000.0, NULL, NULL, 'day', '=', NULL, 'cars', 'cars', NULL, NULL, 0);
INSERT INTO "figures" VALUES (15, 2, 'May 2019', 13, 21, 'date', '2019-05', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (16, 6, 'Tuesday', 26, 33, 'date', '2024-03-05', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (17, 6, '312', 39, 42, 'number', '312', NULL, 312.0, NULL, NULL, NULL, '=', NULL, 'passengers', 'passengers', NULL, NULL, 0);
INSERT INTO "figures" VALUES (18, 9, 'October', 30, 37, 'date', '2023-10', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (19, 10, '£4.5m', 15, 20, 'money', '4.5E+6', NULL, 4500000.0, NULL, 'GBP', NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (20, 10, 'nine days', 25, 34, 'duration', '9', NULL, 9.0, NULL, 'day', NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (21, 12, '1987', 16, 20, 'date', '1987', NULL, NULL, NULL, NULL, NULL, '=', NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO "figures" VALUES (22, 12, '60 million kroner', 36, 53, 'money', '6.0E+7', NULL, 60000000.0, NULL, 'DKK', NULL, '~', 'about', NULL, NULL, 'level', '["NOK"]', 0);
DELETE FROM "claims";
INSERT INTO "claims" VALUES (1, 'The ferry to Holm had 312 passengers on board');
INSERT INTO "claims" VALUES (2, 'The bridge at Asgard carries 7,000 cars a day');
DELETE FROM "checks";
INSERT INTO "checks" VALUES (1, 1, '2025-01-01T00:00:00+00:00', '2025-01-01', 'supported', 0.8955, '["the source says the same: 312 passengers"]');
INSERT INTO "checks" VALUES (2, 2, '2025-01-01T00:00:00+00:00', '2025-01-01', 'conflicting', 0.9291, '["the source says 9,000 cars"]');
DELETE FROM "evidence";
INSERT INTO "evidence" VALUES (1, 1, 'supports', 0.8955, 'figure', 'The ferry to Holm sank on Tuesday with 312 passengers on board.', 'Ferry to Holm sinks', '{"document": 3, "path": "sources/ferry.md", "title": "Ferry to Holm sinks", "author": null, "published": "2024-03-05", "url": null, "page": null, "line": 8, "start": 81, "end": 144, "sha256": "fa17164ac6a3a2ea2001e37d163f2f31332dda9334ad270cf9a2d4470b69e625", "publisher": null, "heading": "Ferry to Holm sinks", "position": null, "label": null, "weight": 1.0, "speaker": null, "published_from": "front matter", "language": "en", "format": "markdown", "indexed": "2025-01-01T00:00:00+00:00"}', '[{"claim_figure": "312", "source_figure": "312", "relation": "equal", "difference": "0", "difference_percent": "0.0", "note": "the source says the same: 312 passengers"}]', '["the source says the same: 312 passengers"]', 0, NULL);
INSERT INTO "evidence" VALUES (2, 2, 'conflicts', 0.9291, 'figure', 'The bridge at Asgard carries 9,000 cars a day.', '', '{"document": 1, "path": "sources/bridge.txt", "title": null, "author": "Ola Nord", "published": "2020-06-01", "url": null, "page": null, "line": 1, "start": 0, "end": 46, "sha256": "d42fc9a0d38a86bcac3f37343e73b1a8fcfec7f61c16a3c7c40e6c197e80dc03", "publisher": null, "heading": null, "position": null, "label": null, "weight": 2.0, "speaker": null, "published_from": "set by hand", "language": "en", "format": "text", "indexed": "2025-01-01T00:00:00+00:00"}', '[{"claim_figure": "7,000", "source_figure": "9,000", "relation": "different", "difference": "2000", "difference_percent": "28.6", "note": "the source says 9,000 cars"}]', '["the source says 9,000 cars"]', 0, NULL);
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
DELETE FROM "signoffs";
INSERT INTO "signoffs" VALUES (1, 'draft.md', 'figure-conflict', 'abc', 'def', 'Ola', 'counted twice', '2025-01-01T00:00:00+00:00', 3, '7,000 cars', 'sources/bridge.txt', '', 'agreed', NULL);
DELETE FROM "frequent_terms";
INSERT INTO "frequent_terms" VALUES ('000', 2, 12, 'bits', X'1200', X'');
INSERT INTO "frequent_terms" VALUES ('1', 1, 12, 'bits', X'1000', X'');
INSERT INTO "frequent_terms" VALUES ('12', 1, 12, 'bits', X'1000', X'');
INSERT INTO "frequent_terms" VALUES ('1987', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('2019', 1, 12, 'bits', X'0400', X'');
INSERT INTO "frequent_terms" VALUES ('250', 1, 12, 'bits', X'1000', X'');
INSERT INTO "frequent_terms" VALUES ('3', 1, 12, 'bits', X'0800', X'');
INSERT INTO "frequent_terms" VALUES ('312', 1, 12, 'bits', X'4000', X'');
INSERT INTO "frequent_terms" VALUES ('4', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('41000', 1, 12, 'bits', X'0800', X'');
INSERT INTO "frequent_terms" VALUES ('5m', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('60', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('9', 1, 12, 'bits', X'0200', X'');
INSERT INTO "frequent_terms" VALUES ('a', 2, 12, 'bits', X'0204', X'');
INSERT INTO "frequent_terms" VALUES ('aberg', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('about', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('and', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('asgard', 2, 12, 'bits', X'1200', X'');
INSERT INTO "frequent_terms" VALUES ('at', 1, 12, 'bits', X'0200', X'');
INSERT INTO "frequent_terms" VALUES ('bell', 1, 12, 'bits', X'0002', X'');
INSERT INTO "frequent_terms" VALUES ('board', 1, 12, 'bits', X'4000', X'');
INSERT INTO "frequent_terms" VALUES ('boat', 1, 12, 'bits', X'0008', X'');
INSERT INTO "frequent_terms" VALUES ('bridg', 1, 12, 'bits', X'0200', X'');
INSERT INTO "frequent_terms" VALUES ('brought', 1, 12, 'bits', X'0002', X'');
INSERT INTO "frequent_terms" VALUES ('built', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('car', 1, 12, 'bits', X'0200', X'');
INSERT INTO "frequent_terms" VALUES ('carri', 1, 12, 'bits', X'0200', X'');
INSERT INTO "frequent_terms" VALUES ('cost', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('dai', 2, 12, 'bits', X'0204', X'');
INSERT INTO "frequent_terms" VALUES ('diver', 1, 12, 'bits', X'0002', X'');
INSERT INTO "frequent_terms" VALUES ('drown', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('fair', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('ferri', 4, 12, 'bits', X'7800', X'');
INSERT INTO "frequent_terms" VALUES ('for', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('harbour', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('holm', 3, 12, 'bits', X'6800', X'');
INSERT INTO "frequent_terms" VALUES ('in', 3, 12, 'bits', X'0412', X'');
INSERT INTO "frequent_terms" VALUES ('inga', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('it', 2, 12, 'bits', X'0410', X'');
INSERT INTO "frequent_terms" VALUES ('kroner', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('lead', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('mai', 1, 12, 'bits', X'0400', X'');
INSERT INTO "frequent_terms" VALUES ('mayor', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('million', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('nine', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('nobodi', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('octob', 1, 12, 'bits', X'0002', X'');
INSERT INTO "frequent_terms" VALUES ('offic', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('on', 1, 12, 'bits', X'4000', X'');
INSERT INTO "frequent_terms" VALUES ('open', 1, 12, 'bits', X'0400', X'');
INSERT INTO "frequent_terms" VALUES ('paid', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('passeng', 3, 12, 'bits', X'5800', X'');
INSERT INTO "frequent_terms" VALUES ('price', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('rescu', 1, 12, 'bits', X'0001', X'');
INSERT INTO "frequent_terms" VALUES ('said', 2, 12, 'bits', X'8004', X'');
INSERT INTO "frequent_terms" VALUES ('sank', 1, 12, 'bits', X'4000', X'');
INSERT INTO "frequent_terms" VALUES ('sink', 1, 12, 'bits', X'2000', X'');
INSERT INTO "frequent_terms" VALUES ('the', 7, 12, 'count', X'', X'');
INSERT INTO "frequent_terms" VALUES ('thei', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('to', 2, 12, 'bits', X'6000', X'');
INSERT INTO "frequent_terms" VALUES ('town', 2, 12, 'bits', X'1800', X'');
INSERT INTO "frequent_terms" VALUES ('tuesdai', 1, 12, 'bits', X'4000', X'');
INSERT INTO "frequent_terms" VALUES ('up', 1, 12, 'bits', X'0002', X'');
INSERT INTO "frequent_terms" VALUES ('wa', 1, 12, 'bits', X'0010', X'');
INSERT INTO "frequent_terms" VALUES ('were', 1, 12, 'bits', X'0004', X'');
INSERT INTO "frequent_terms" VALUES ('who', 1, 12, 'bits', X'8000', X'');
INSERT INTO "frequent_terms" VALUES ('with', 1, 12, 'bits', X'4000', X'');
INSERT INTO "frequent_terms" VALUES ('work', 1, 12, 'bits', X'0004', X'');
DELETE FROM "frequent_terms_removed";
