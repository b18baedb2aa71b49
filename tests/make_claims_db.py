"""Makes the shipped `claims.db` from `seeds/` with the program itself: `python tests/make_claims_db.py`."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
INDEXED = datetime(2026, 1, 1, tzinfo=UTC)  # one time for all builds: the same seeds give the same database


def build(folder: Path) -> Path:
    """Copy the seeds into the folder, index them into `claims.db` beside them, and return its path."""
    from factcheck import Library

    shutil.copytree(ROOT / "seeds", folder / "seeds")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "seeds"], now=INDEXED)
    return folder / "claims.db"


if __name__ == "__main__":
    import tempfile

    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as name:
        shutil.copy(build(Path(name)), ROOT / "claims.db")
