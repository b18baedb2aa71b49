"""Settings: defaults < `factcheck.toml` < environment < flags, as one frozen object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any  # the flags are typed where cli.py declares them

from factcheck.errors import ConfigError
from factcheck.values import dataclass, replace

FILE = "factcheck.toml"
DATABASE = "claims.db"
DATABASE_VARIABLE = "FACTCHECK_DB"
FAIL_ON = ("never", "unverified", "mixed", "conflicting")


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is set to. `db` is None where nobody named one: then it is looked for."""

    db: Path | None = None
    limit: int = 20
    fail_on: str = "never"
    record: bool = True
    exclude: tuple[str, ...] = ()
    author: str | None = None  # who publishes reports


def load(folder: Path, environ: Mapping[str, str], **flags: object) -> Config:
    """Return the settings for a run in this folder; a flag that is None was not given."""
    config = Config()
    file = find_upwards(FILE, folder)
    if file is not None:
        config = _with_file(config, file)
    named = environ.get(DATABASE_VARIABLE)
    if named:
        config = replace(config, db=Path(named))
    given: dict[str, Any] = {name: value for name, value in flags.items() if value is not None}
    return replace(config, **given)


def find_database(config: Config, folder: Path) -> Path:
    """Return the database named, else the nearest `claims.db` from this folder upwards, else one to be made here."""
    return config.db or find_upwards(DATABASE, folder) or folder / DATABASE


def find_upwards(name: str, folder: Path) -> Path | None:
    """Return the file of this name in the folder or the nearest one above it, None where there is none."""
    whole = folder.absolute()
    for place in (folder, *whole.parents):
        if (place / name).is_file():
            return place / name
    return None


def _with_file(config: Config, file: Path) -> Config:
    """Return the settings with those of a file; its paths are relative to its folder."""
    import tomllib  # here, because few folders hold such a file
    from dataclasses import fields

    try:
        values = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is no TOML: {error}", "write one setting a line, such as: limit = 10") from None
    names = {field.name.replace("_", "-"): field.name for field in fields(Config)}
    for key, value in values.items():
        if key not in names:
            raise ConfigError(f"{file}: there is no setting “{key}”", f"one of {', '.join(names)}")
        read: Any = _READERS[names[key]](value, file)
        config = replace(config, **{names[key]: read})
    return config


def _path(value: object, file: Path) -> Path:
    if not isinstance(value, str) or not value:
        raise ConfigError(f"{file}: db must be a path in quotation marks")
    return file.parent / value


def _limit(value: object, file: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"{file}: limit must be a whole number from 1 on")
    return value


def _fail_on(value: object, file: Path) -> str:
    if value not in FAIL_ON:
        raise ConfigError(f"{file}: fail-on must be one of {', '.join(FAIL_ON)}")
    return str(value)


def _record(value: object, file: Path) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{file}: record must be true or false")
    return value


def _exclude(value: object, file: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{file}: exclude must be a list of patterns in quotation marks")
    return tuple(value)


def _author(value: object, file: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{file}: author must be a name in quotation marks")
    return value


_READERS: Mapping[str, Callable[[object, Path], object]] = {
    "db": _path,
    "limit": _limit,
    "fail_on": _fail_on,
    "record": _record,
    "exclude": _exclude,
    "author": _author,
}
