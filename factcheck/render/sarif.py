"""Alerts as SARIF 2.1.0 (OASIS, 27 March 2020), which code hosts and editors read."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from factcheck import __version__
from factcheck.models import Alert, Source
from factcheck.proofread.codes import CODES, Code
from factcheck.proofread.ledger import fingerprint
from factcheck.proofread.report import Proof
from factcheck.render.jsonl import Json, dumps

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def sarif(proofs: Sequence[Proof]) -> str:
    """Return a SARIF log of one run over all drafts; alerts signed off are there as suppressed results."""
    codes = list(CODES.values())
    driver: dict[str, Json] = {
        "name": "factcheck",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(proof, alert, codes) for proof in proofs for alert in proof.alerts],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(code: Code) -> dict[str, Json]:
    return {
        "id": code.name,
        "shortDescription": {"text": code.meaning},
        "fullDescription": {"text": f"{code.meaning} Example: {code.example}"},
        "help": {"text": code.advice},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(proof: Proof, alert: Alert, codes: Sequence[Code]) -> dict[str, Json]:
    result: dict[str, Json] = {
        "ruleId": alert.code,
        "ruleIndex": [code.name for code in codes].index(alert.code),
        "level": LEVELS[alert.severity],
        "message": {"text": alert.message},
        "locations": [{"physicalLocation": _location(proof.draft.path, _region(alert))}],
        "partialFingerprints": {"sentence/v1": fingerprint(f"{alert.code} {alert.sentence}")},
    }
    if alert.source is not None:
        message = {"text": alert.passage or alert.source.path}
        place = _location(alert.source.path, {"startLine": alert.source.line})
        result["relatedLocations"] = [{"id": 1, "message": message, "physicalLocation": place}]
        result["properties"] = {"source": _about(alert.source)}
    if alert.signed_off is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": alert.signed_off}]
    return result


def _region(alert: Alert) -> dict[str, Json]:
    return {
        "startLine": alert.line,
        "startColumn": alert.column,
        "endLine": alert.end_line,
        "endColumn": alert.end_column,
    }


def _location(path: str, region: dict[str, Json]) -> dict[str, Json]:
    return {"artifactLocation": {"uri": _uri(path)}, "region": region}


def _uri(path: str) -> str:
    """Return a path as a URI reference (RFC 3986); an address stays as it is."""
    return path if path.startswith(("http://", "https://")) else quote(path.replace("\\", "/"))


def _about(source: Source) -> dict[str, Json]:
    return {"title": source.title, "published": source.published, "url": source.url, "page": source.page}
