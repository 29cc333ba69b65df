"""Moodle's names and sheet, against an independent reader that does what Moodle's own import does."""

import html
import re
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier import moodle

fuzz = settings(deadline=None, derandomize=True, database=None, max_examples=300)
FRENCH = ["Identifiant", "Nom complet", "Adresse de courriel", "Statut", "Groupe", "Note", "Note maximale", "La note peut être modifiée",
          "Dernière modification (travail remis)", "Dernière modification (note)", "Feedback par commentaires"]
ENGLISH = ["Identifier", "Full name", "Email address", "Status", "Group", "Grade", "Maximum Grade", "Grade can be changed",
           "Last modified (submission)", "Last modified (grade)", "Feedback comments"]
WORDS = {"Identifiant": "Participant", "Identifier": "Participant "}  # as the language packs have it


# --- What Moodle does with what it is given ---------------------------------------------------------------------------


def moodle_takes(path: str, participants: set[str]) -> tuple[str, str] | None:
    """Whose feedback file Moodle takes this path of an archive for, and under which name; None when it ignores it."""
    parts = path.split("/")
    if parts[-1].startswith((".", "~")):
        return None
    while parts:
        fields = parts.pop(0).split("_", 4)
        if len(fields) >= 4 and fields[1].isdecimal() and fields[1] in participants and fields[2:4] == ["assignsubmission", "file"]:
            return fields[1], "/".join([*fields[4:], *parts]).strip("/")
    return None


def fgetcsv(text: str) -> list[list[str]]:
    """The lines of a file as PHP reads them: a backslash keeps the next quote from closing the cell, and stays."""
    rows, row, cell, quoted, at = [], [], "", False, 0
    while at < len(text):
        char, pair = text[at], text[at:at + 2]
        if quoted and pair in ('\\"', '""'):
            cell += pair if pair[0] == "\\" else '"'
            at += 1
        elif char == '"' and (quoted or not cell):
            quoted = not quoted
        elif not quoted and char in ",\n":
            row, cell = [*row, cell], ""
            if char == "\n":
                rows, row = [*rows, row], []
        else:
            cell += char
        at += 1
    return [*rows, [*row, cell]]


def moodle_reads(content: bytes) -> dict[str, tuple[str, float | None, str | None]]:
    """The raw grade, the grade and the comment that Moodle reads for each participant, in the sheet's language."""
    text = re.sub("\r\n?", "\n", content.decode("utf-8").removeprefix("\ufeff")).strip()
    headings, *rows = [row for row in fgetcsv(text) if row != [""]]
    assert all(len(row) == len(headings) for row in rows)  # « csvweirdcolumns »
    language = FRENCH if FRENCH[0] in headings else ENGLISH
    identifier, grade, _ = (headings.index(language[needed]) for needed in (0, 5, 9))
    comment = headings.index(language[10]) if language[10] in headings else None
    read = {}
    for row in rows:
        number = row[grade].replace(",", ".") if language is FRENCH else row[grade]
        participant = row[identifier][len(WORDS[language[0]]):].strip()
        read[participant] = row[grade], float(number) if number else None, None if comment is None else row[comment]
    return read


# --- The archives -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [
    ".", "Zoé Lefèvre", "Jean-Paul D’Arc", "Anne Marie O'Neill de la Tour", "王小明", "שרה כהן", "محمد علي", "R2 D2 42", "TD 1-Participant", ""])
@pytest.mark.parametrize("layout", ["{}_12_assignsubmission_file/{}", "{}_12_assignsubmission_file_/{}", "{}_12_assignsubmission_file_{}"])
def test_a_deposit_of_each_layout(name, layout):
    path = layout.format(name, "mon_tp_12_assignsubmission_file_x.ipynb")
    found = moodle.deposit(PurePosixPath(path))
    assert (found.full_name, found.participant, str(found.path)) == (name, "12", "mon_tp_12_assignsubmission_file_x.ipynb")
    assert path.startswith(found.folder) and found.folder.rstrip("_") == f"{name}_12_assignsubmission_file"
    assert moodle_takes(moodle.feedback_name(found.folder, "retour_cnn_mnist.html"), {"12"}) == ("12", "retour_cnn_mnist.html")


def test_folders_inside_a_deposit_are_the_student_s():
    assert moodle.deposit(PurePosixPath("Zoé_7_assignsubmission_file/tp 1/a_b/cnn.ipynb")).path == PurePosixPath("tp 1/a_b/cnn.ipynb")


@pytest.mark.parametrize("path, participant", [
    ("Zoé_7_assignsubmission_onlinetext/onlinetext.html", "7"), ("Zoé_7_assignsubmission_onlinetext_onlinetext.html", "7"),
    ("Zoé_7_assignsubmission_file/.DS_Store", "7"), ("Zoé_7_assignsubmission_file/__MACOSX/._x.ipynb", "7"),
    ("Zoé_7_assignsubmission_filemaker/x.ipynb", "7"), ("Zoé_7_assignsubmission_file", "7"), ("__MACOSX/Zoé_7_assignsubmission_file/x", None),
    ("Zoé_sept_assignsubmission_file/x", None), ("Zoé_٧_assignsubmission_file/x", None), ("Groupe par défaut_assignsubmission_file/x", None),
    ("a_b_7_assignsubmission_file/x", None), ("Zoé_7_assignfeedback_file/x", None), ("cnn_mnist.ipynb", None)])
def test_what_is_not_a_deposit_and_whose_it_is(path, participant):
    assert moodle.deposit(PurePosixPath(path)) is None
    owner = moodle.owner(PurePosixPath(path))
    assert (owner and owner.participant) == participant


names = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_/"), max_size=30)
own_names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), min_size=1, max_size=20).filter(
    lambda part: part not in (".", "..", ".DS_Store", "__MACOSX") and not part.startswith("._"))


@fuzz
@given(names, st.integers(0, 10**9), st.sampled_from(["/", "_/", "_"]), st.lists(own_names, min_size=1, max_size=3))
def test_any_deposit_comes_back_and_its_feedback_goes_to_it(name, participant, separator, own):
    own = own[:1] if separator == "_" else own
    found = moodle.deposit(PurePosixPath(f"{name}_{participant}_assignsubmission_file{separator}{'/'.join(own)}"))
    assert (found.full_name, found.participant, found.path.parts) == (name, str(participant), tuple(own))
    assert moodle_takes(moodle.feedback_name(found.folder, "retour.html"), {str(participant)}) == (str(participant), "retour.html")


@fuzz
@given(st.lists(st.text(st.sampled_from("a_1/. é"), min_size=1) | st.just("_assignsubmission_file_"), min_size=1, max_size=6).map("".join))
def test_any_path_is_read(path):
    path = PurePosixPath(path.strip("/") or "x")
    found = moodle.deposit(path) if path.parts else None
    assert found is None or (found.participant.isdecimal() and str(path).endswith(str(found.path)))


# --- The sheet --------------------------------------------------------------------------------------------------------


def row(language: list[str], participant: int, grade: str = "", can: str | None = None, comment: str = "", **other: str) -> dict[str, str]:
    maximum = "20,00" if language is FRENCH else "20.00"
    values = [WORDS[language[0]] + str(participant), "Zoé Lefèvre", "zoe@exemple.fr", "Remis pour évaluation", "TD 1", grade, maximum,
              can or ("Oui" if language is FRENCH else "Yes"), "-", "-", comment]
    return {**dict(zip(language, values)), **other}


def quoted(cell: str, always: bool = False) -> str:
    """A cell as PHP's fputcsv writes it."""
    return '"' + cell.replace('"', '""') + '"' if always or re.search('[",;\\\\ \t\r\n]', cell) else cell


def written(headings: list[str], rows: list[dict[str, str]], newline: str = "\r\n", bom: str = "\ufeff", always: bool = False) -> bytes:
    lines = [[quoted(heading) for heading in headings], *([quoted(each[heading], always) for heading in headings] for each in rows)]
    return (bom + newline.join(map(",".join, lines)) + newline).encode()


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["français", "anglais"])
def test_the_rows_of_a_sheet(language):
    locked = "Non" if language is FRENCH else "No"
    suspended = {language[1]: '<span class="usersuspended">Léa, dite "Lili"\nMARTIN <img src="x" /></span>'}
    sheet = moodle.Sheet.read(written(language, [row(language, 12), row(language, 13, "14,50", locked, **suspended)]))
    assert sheet.rows["12"] == moodle.Row("12", "Zoé Lefèvre", "zoe@exemple.fr", "Remis pour évaluation", None, 20.0, True)
    assert sheet.rows["13"] == moodle.Row("13", 'Léa, dite "Lili"\nMARTIN', "zoe@exemple.fr", "Remis pour évaluation", 14.5, 20.0, False)


@pytest.mark.parametrize("language", [FRENCH, ENGLISH], ids=["français", "anglais"])
def test_what_moodle_reads_in_a_filled_sheet(language):
    rows = [row(language, 12), row(language, 13, "3"), row(language, 14, can="Non", comment="gardé"), row(language, 15, comment="gardé")]
    sheet = moodle.Sheet.read(written(language, rows))
    read = moodle_reads(sheet.filled({"12": (14.5, "Très bien"), "13": (None, "À revoir"), "14": (20, "x"), "15": (0, None), "99": (1, "x")}))
    written_grade = "14,50" if language is FRENCH else "14.50"
    assert read == {"12": (written_grade, 14.5, "Très bien"), "13": ("", None, "À revoir"), "14": ("", None, "gardé"),
                    "15": (written_grade.replace("14", "0").replace("5", "0"), 0.0, "gardé")}
    assert sheet.left_alone(["12", "14", "99"]) == {"99": "absent de la feuille de notes", "14": "note verrouillée dans Moodle"}


def test_a_sheet_without_its_optional_columns():
    needed = [FRENCH[9], FRENCH[6], FRENCH[5], FRENCH[0]]
    sheet = moodle.Sheet.read(written(needed, [row(FRENCH, 12)]))
    assert sheet.rows["12"] == moodle.Row("12", maximum=20.0) and not sheet.has_comments
    assert moodle_reads(sheet.filled({"12": (9.25, "perdu")}))["12"] == ("9,25", 9.25, None)


def test_a_grade_that_moodle_would_refuse_is_refused_here():
    sheet = moodle.Sheet.read(written(FRENCH, [row(FRENCH, 12), row(FRENCH, 13, **{"Note maximale": "100,00"})]))
    for grade in (20.5, -1, float("nan")):
        with pytest.raises(moodle.SheetError, match="n'est pas entre 0 et 20"):
            sheet.filled({"12": (grade, None)})
    with pytest.raises(moodle.SheetError, match="réglez sa note maximale à 20"):
        sheet.filled({"13": (10, None)})
    assert b'"1,00"' in sheet.filled({"13": (1, None)}, maximum=100)


good = written(FRENCH, [row(FRENCH, 12)])


@pytest.mark.parametrize("content, words", [
    (b"", "pas de colonne « Identifiant »"), (good.decode().encode("latin-1", "replace"), "pas en UTF-8"), (b"PK\3\4\xff\xfe", "pas en UTF-8"),
    (good.replace(b",", b";"), "pas séparées par des virgules"), (good.replace(b",", b"\t"), "pas séparées par des virgules"),
    (good.replace("Dernière modification (note)".encode(), b"Date"), "pas de colonne « Dernière modification (note) »"),
    (good.replace(b"Note maximale", b"Bar\xc3\xa8me"), "non par un barème"), (good[:-30], "La ligne 2"), (good + b'"', "La ligne 3"),
    (good.replace(b"Participant12", b"12"), "« 12 », et non « Participant »"), (good.replace(b"Participant12", b""), "« », et non"),
    (written(FRENCH, [row(FRENCH, 12)] * 2), "deux lignes pour le participant 12"), (good + b"a,b\n", "La ligne 3 de la feuille de notes a 2 cases")])
def test_a_sheet_that_cannot_be_read(content, words):
    with pytest.raises(moodle.SheetError) as caught:
        moodle.Sheet.read(content)
    assert words in str(caught.value).replace("«  »", "« »") and "téléchargez" in str(caught.value).casefold()


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\\"), max_size=20) | st.text('",;\n\r=+-@ é<&', max_size=12)
comments = st.none() | texts | st.text("=+-@;\\\"' \n\ta<&", min_size=1)


@st.composite
def sheets(draw):
    """A sheet of any class, in any order of columns, and how it was written."""
    language = draw(st.sampled_from([FRENCH, ENGLISH]))
    optional = draw(st.lists(st.sampled_from([1, 2, 3, 4, 7, 8, 10]), unique=True))
    headings = draw(st.permutations([language[index] for index in (0, 5, 6, 9, *optional)]))
    rows = [{**row(language, participant, draw(st.sampled_from(["", "3.50"]))), **{language[free]: draw(texts) for free in (1, 2, 3, 4, 8, 9, 10)}}
            for participant in draw(st.lists(st.integers(1, 10**6), unique=True, max_size=5))]
    return language, headings, rows, draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["", "\ufeff"])), draw(st.booleans())


@fuzz
@given(sheets(), st.data())
def test_only_grades_and_comments_change_and_moodle_reads_them(made, data):
    language, headings, rows, newline, bom, always = made
    content = written(headings, rows, newline, bom, always)
    sheet = moodle.Sheet.read(content)
    assert sheet.filled({}) == content
    chosen = data.draw(st.sets(st.sampled_from(list(sheet.rows)))) if sheet.rows else set()
    wanted = {participant: (data.draw(st.none() | st.floats(0, 20)), data.draw(comments)) for participant in sheet.rows if participant in chosen}
    filled = sheet.filled(wanted)

    lines = [",".join(re.escape(quoted(heading)) for heading in headings)]
    for participant, cells in zip(sheet.rows, rows, strict=True):
        changed = {language[5]} if participant in wanted else set()
        if wanted.get(participant, (None, None))[1] is not None:
            changed.add(language[10])
        lines.append(",".join('(?:"[^"]*"|[0-9.]*)' if heading in changed else re.escape(quoted(cells[heading], always)) for heading in headings))
    assert re.fullmatch(re.escape(bom) + re.escape(newline).join(lines) + re.escape(newline), filled.decode())  # byte for byte

    read = moodle_reads(filled)
    for participant, (grade, comment) in wanted.items():
        assert read[participant][1] == (None if grade is None else pytest.approx(grade, abs=0.0051))
        if comment is not None and language[10] in headings:
            value = read[participant][2]
            assert html.unescape(value.replace("<br>", "\n")).split() == re.sub(r"[\x00-\x1f\x7f]", " ", comment).split()
            assert not any(piece.strip(' "').startswith(tuple("=+-@")) for piece in re.split("[;\t\n]", value))
