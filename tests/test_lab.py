"""The student's JupyterLab: the working copy is never overwritten; the screen is French and quiet in a real browser."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from atelier import environment, generation, lab
from conftest import LAB

CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                  "--disable-component-update", "--disable-sync"]


def test_the_copies_handed_out_are_the_releases(tmp_path):
    work = tmp_path / "travail"
    work.mkdir()
    notebooks = lab.hand_out(work)
    assert [notebook.stem for notebook in notebooks] == generation.labs()
    for notebook in notebooks:
        assert notebook.read_bytes() == (lab.ROOT / "release" / notebook.stem / notebook.name).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["travail"]


def test_a_second_make_lab_never_overwrites_the_work(tmp_path, capsys):
    work = tmp_path / "travail"
    work.mkdir()
    notebook, *_ = lab.hand_out(work)
    notebook.write_text("mon travail")
    lab.hand_out(work)
    assert notebook.read_text() == "mon travail"
    assert "Votre travail est conservé" in capsys.readouterr().out


def test_the_students_launch_needs_none_of_the_authors_tools():
    tools = ["jupytext", "pytest", "playwright"]
    code = f"import sys; sys.modules.update(dict.fromkeys({tools})); from atelier import lab; print(lab.labs())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == str(generation.labs()), done.stderr


@contextlib.contextmanager
def jupyterlab(home, set_up: str, *arguments: str):
    """Start JupyterLab through ``lab.main``, after a line of code, with a home of its own; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--no-browser", f"--ServerApp.port={port}", "--IdentityProvider.token=essai", *arguments]
    code = f"from pathlib import Path; from atelier import lab; {set_up}; lab.main({options!r})"
    with open(home / "jupyter.log", "w") as log:
        process = subprocess.Popen([sys.executable, "-c", code], stdout=log, stderr=log, env={
            **os.environ, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / "config"), "ATELIER_LOTS": "60"})
        try:
            for _ in range(120):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token=essai", timeout=2)
                    break
                except OSError:
                    assert process.poll() is None, (home / "jupyter.log").read_text()[-3000:]
                    time.sleep(0.5)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The student's JupyterLab, on a working folder of its own."""
    home = tmp_path_factory.mktemp("home")
    with jupyterlab(home, f"lab.WORK = Path({str(home / 'travail')!r})") as url:
        yield url


@pytest.fixture(scope="module")
def page(server, artefacts):
    """The student's notebook, open in headless Chromium."""
    chromium = environment.browser()
    if chromium is None:
        pytest.skip("Chromium manque : installez le paquet « chromium »")
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 1000}, locale="fr-FR")
        page.goto(f"{server}/lab/tree/{LAB}/{LAB}.ipynb?token=essai")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=120_000)
        page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=120_000)
        yield page
        page.screenshot(path=artefacts / "jupyterlab-fin.png")
        browser.close()


def test_the_interface_is_french(page, artefacts):
    page.screenshot(path=artefacts / "jupyterlab-ouverture.png")
    menus = page.locator(".lm-MenuBar-itemLabel").all_inner_texts()
    assert {"Fichier", "Édition"} <= set(menus) and "File" not in menus


def test_the_screen_is_quiet(page):
    page.wait_for_timeout(3000)
    assert page.locator(".Toastify__toast").count() == 0
    titles = page.locator(".jp-SideBar .lm-TabBar-tab").evaluate_all("tabs => tabs.map(tab => tab.title + tab.dataset.id)")
    assert not [title for title in titles if "nbgrader" in title.lower() or "Create Assignment" in title]
    assert page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").count() == 0


def test_its_first_given_cells_run(page, artefacts):
    """With question 1 unanswered: the check speaks French, the safety net loads MNIST, the grid is drawn."""
    first = page.locator(".jp-Notebook .jp-CodeCell").first
    first.locator(".cm-content").click()
    output = ".jp-Notebook .jp-OutputArea-output"
    for _ in range(12):
        page.keyboard.press("Shift+Enter")
        page.wait_for_timeout(300)
        page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=120_000)
        if page.locator(f"{output} img").count():
            break
    page.wait_for_selector(f"{output} img", timeout=60_000)
    said = " ".join(page.locator(output).all_inner_texts())
    assert "La variable x_train n'existe pas encore" in said
    assert "Filet de sécurité" in said and "x_train a été rechargé" in said
    assert not page.locator('[data-mime-type="application/vnd.jupyter.stderr"]:not(:has-text("Error"))').count()
    page.locator(f"{output} img").first.scroll_into_view_if_needed()
    page.screenshot(path=artefacts / "jupyterlab-grille.png")


def test_the_validate_button_answers(page, artefacts):
    page.locator("button, jp-button", has_text="Validate").first.click()
    dialog = page.locator(".jp-Dialog, .validation-dialog").first
    dialog.wait_for(timeout=300_000)
    page.screenshot(path=artefacts / "jupyterlab-validation.png")
    said = dialog.inner_text()
    assert "cell(s) failed" in said or "Validation" in said, said
    page.keyboard.press("Escape")


def test_the_instructor_has_formgrader_and_paired_editing(tmp_path, graded):
    """On a copy of the graded course: formgrader opens a copy; a notebook saved in JupyterLab rewrites its text."""
    course = tmp_path / "cours"
    shutil.copytree(graded[0], course)
    shutil.copytree(lab.ROOT / "notebooks", course / "notebooks")
    shutil.copy(lab.ROOT / "pyproject.toml", course)
    with jupyterlab(tmp_path, f"lab.ROOT = Path({str(course)!r})", "--cours") as url:
        def call(path, body=None):
            request = urllib.request.Request(
                f"{url}/{path}", headers={"Authorization": "token essai", "Content-Type": "application/json"},
                data=None if body is None else json.dumps(body).encode(), method="GET" if body is None else "PUT")
            return urllib.request.urlopen(request, timeout=60).read()

        assert [assignment["name"] for assignment in json.loads(call("formgrader/api/assignments"))] == [LAB]
        submitted = json.loads(call(f"formgrader/api/submitted_notebooks/{LAB}/{LAB}"))
        page = call(f"formgrader/submissions/{submitted[0]['id']}/").decode()
        assert "surapprentissage" in page and "BEGIN HIDDEN TESTS" in page  # the instructor sees everything
        assert b"@jupyter/nbgrader:create-assignment" not in call("lab")
        path = f"api/contents/source/{LAB}/{LAB}.ipynb"
        notebook = json.loads(call(path))["content"]
        notebook["cells"][0]["source"] += "\n\nUne phrase ajoutée dans JupyterLab."
        call(path, {"type": "notebook", "format": "json", "content": notebook})
    assert "Une phrase ajoutée dans JupyterLab." in (course / "notebooks" / f"{LAB}.md").read_text("utf-8")
    generation.make_source(LAB, course)


def test_only_the_students_launch_hides_the_instructors_panels(tmp_path):
    page = json.loads((lab.quiet_config(tmp_path) / "labconfig" / "page_config.json").read_text())
    assert page["disabledExtensions"]["@jupyter/nbgrader:create-assignment"] is True
    assert "@jupyter/nbgrader:validate-assignment" not in page["disabledExtensions"]
