"""Settings: defaults < file < environment < flags."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import Config, find_database, load
from factcheck.errors import ConfigError


def test_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == Config()
    assert find_database(Config(), tmp_path) == tmp_path / "claims.db"


def test_each_level_outweighs_the_one_below(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "factcheck.toml").write_text(
        'db = "desk.db"\nlimit = 5\nfail-on = "mixed"\nrecord = false\nexclude = ["*.tmp"]\n', encoding="utf-8"
    )
    config = load(tmp_path / "inner", {})
    assert config == Config(tmp_path / "desk.db", 5, "mixed", False, ("*.tmp",))
    assert load(tmp_path, {"FACTCHECK_DB": "env.db"}).db == Path("env.db")
    assert load(tmp_path, {"FACTCHECK_DB": "env.db"}, db=Path("flag.db"), limit=9, fail_on=None).db == Path("flag.db")
    assert load(tmp_path, {}, limit=9).limit == 9


def test_the_nearest_database_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "claims.db").touch()
    assert find_database(Config(), inner) == tmp_path / "claims.db"
    (tmp_path / "a" / "claims.db").touch()
    assert find_database(Config(), inner) == tmp_path / "a" / "claims.db"
    assert find_database(Config(db=Path("x.db")), inner) == Path("x.db")


@pytest.mark.parametrize(
    "text",
    ["limit = 0", "limit = true", 'limit = "5"', 'fail-on = "soon"', "db = 3", 'db = ""', "record = 1", 'exclude = "*"',
     "colour = 1", "limit =", "\ufffd"],
)  # fmt: skip
def test_a_setting_that_makes_no_sense(text: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"factcheck\.toml"):
        load(tmp_path, {})
