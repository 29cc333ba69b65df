"""Set-up: done once, resumed, and clear about what is missing."""

import subprocess
import sys
import time

import pytest

from atelier import environment


def test_a_second_set_up_does_nothing_and_is_quick():
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "atelier.environment", "complet"], cwd=environment.ROOT,
                          capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
    assert time.perf_counter() - start < 10


def test_the_full_profile_serves_the_student_too_but_not_the_reverse(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    for done, ready in [("lab", {"lab"}), ("complet", {"lab", "complet"})]:
        environment.STAMP.write_text(f'{{"profile": "{done}", "digest": "{environment.digest()}"}}')
        assert {profile for profile in environment.PROFILES if environment.is_ready(profile)} == ready


@pytest.mark.parametrize("stamp", ["", "{}", '{"profile": "complet", "digest": "autre"}'])
def test_a_half_done_or_outdated_set_up_is_redone(tmp_path, monkeypatch, stamp):
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    environment.STAMP.write_text(stamp)
    assert not environment.is_ready("lab")


def test_an_unsupported_python_is_refused_in_french(monkeypatch):
    monkeypatch.setattr(environment, "SUPPORTED", [(3, 5)])
    with pytest.raises(environment.SetupError, match="Installez l'un d'eux"):
        environment.supported_python()


def test_the_lock_covers_every_direct_requirement():
    lines = (environment.ROOT / "requirements.lock").read_text("utf-8").lower().splitlines()
    for name in ("requirements.txt", "atelier/requirements-outils.txt"):
        for line in (environment.ROOT / name).read_text("utf-8").lower().splitlines():
            assert not line or line.startswith("#") or line in lines, line
    assert not [line for line in lines if "://" in line]


def test_a_data_set_that_cannot_be_had_is_named_and_asked_for_again(tmp_path, monkeypatch, capsys):
    silent = tmp_path / "python"
    silent.write_text("#!/bin/sh\necho \"Fashion-MNIST n'a pas pu être installé.\"\nexit 1\n")
    silent.chmod(0o755)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "venv_python", lambda: silent)
    for step in ("create_venv", "install_packages", "write_settings"):
        monkeypatch.setattr(environment, step, lambda *_: None)
    environment.main("lab")
    assert "Fashion-MNIST n'a pas pu être installé." in capsys.readouterr().out
    assert not environment.is_ready("lab")
