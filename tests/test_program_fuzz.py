"""Whatever a source or a claim holds, the program keeps its promises; `program_fuzz.py` plays this for longer."""

from __future__ import annotations

import program_fuzz as fuzz
import pytest

ROUNDS = 24


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_hostile_sources_and_claims(seed: int) -> None:
    for name in fuzz.ingest_fuzz.NEEDS.values():
        pytest.importorskip(name, reason="the extras are not all installed")
    fuzz.play(seed)


@pytest.mark.parametrize("command", fuzz.COMMANDS, ids=lambda command: command.__name__)
def test_every_command_is_played(command: object, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "COMMANDS", (command,) * 4)
    fuzz.play(7)


def test_a_broken_promise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "STORED", fuzz.STORED + "\x1b")
    monkeypatch.setattr(fuzz, "STEERING", fuzz.re.compile("lighthouse"))
    with pytest.raises(fuzz.Broken, match="steered"):
        for seed in range(5):
            fuzz.play(seed)
