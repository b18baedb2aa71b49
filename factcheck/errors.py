"""The exceptions that factcheck raises: one class for each thing a caller could do something about.

FactcheckError
├── UsageError            the request itself makes no sense (an empty claim, an unknown kind)
├── ConfigError           a configuration file or environment variable cannot be used
├── TemplateError         a template for reports has a mistake
├── SourceError           a source could not be read
│   ├── UnknownFormatError    no reader for this type of file
│   └── MissingReaderError    the reader needs an optional package that is not installed
├── WorkerError           a process that shared in the work died
└── DatabaseError         the database cannot be used
    ├── NoDatabaseError       there is none yet
    ├── NotADatabaseError     the file is something else
    │   └── DamagedDatabaseError  or it was a database, and is damaged
    ├── NewerDatabaseError    made by a later version of factcheck
    ├── DatabaseBusyError     locked by another process
    └── ReadOnlyDatabaseError it cannot be written
"""

from __future__ import annotations


class FactcheckError(Exception):
    """A failure a person can act on: `message` says what failed and where, `hint` what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(FactcheckError):
    """The request itself makes no sense."""


class ConfigError(FactcheckError):
    """A configuration file or environment variable cannot be used."""


class TemplateError(FactcheckError):
    """A template for reports has a mistake."""


class SourceError(FactcheckError):
    """A source could not be read."""


class UnknownFormatError(SourceError):
    """No reader knows this type of file."""


class MissingReaderError(SourceError):
    """The reader of this type of file needs a package that is not installed."""


class WorkerError(FactcheckError):
    """A process that shared in the work died before it was done."""


class DatabaseError(FactcheckError):
    """The database cannot be used."""


class NoDatabaseError(DatabaseError):
    """There is no database at this place yet."""


class NotADatabaseError(DatabaseError):
    """The file is not a factcheck database, or is damaged."""


class DamagedDatabaseError(NotADatabaseError):
    """The file is damaged, at its beginning perhaps so much that it can no longer be told from another file."""


class NewerDatabaseError(DatabaseError):
    """The database was made by a later version of factcheck."""


class DatabaseBusyError(DatabaseError):
    """Another process holds the database."""


class ReadOnlyDatabaseError(DatabaseError):
    """The database cannot be written."""
