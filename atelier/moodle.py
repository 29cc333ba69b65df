"""Moodle's own formats, and nothing else: the names in its archives, and its grading sheet."""

import html
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

_FOLDER = re.compile(r"(?P<name>[^_]*)_(?P<participant>[0-9]{1,18})_assignsubmission_[a-z0-9]+(?:_(?P<rest>.*))?", re.DOTALL)

_HEADINGS = {  # French, English
    "participant": ("Identifiant", "Identifier"), "full_name": ("Nom complet", "Full name"), "email": ("Adresse de courriel", "Email address"),
    "status": ("Statut", "Status"), "grade": ("Note", "Grade"), "maximum": ("Note maximale", "Maximum grade"),
    "modifiable": ("La note peut être modifiée", "Grade can be changed"), "changed": ("Dernière modification (note)", "Last modified (grade)"),
    "comment": ("Feedback par commentaires", "Feedback comments"),
}
_NEEDED = ("participant", "grade", "maximum", "changed")  # by Moodle's import; the maximum by us
_CELL = re.compile(r'("[^"]*(?:""[^"]*)*"|[^",\r\n]*)(,|\r\n?|\n|\Z)')
_AGAIN = "Téléchargez-la de nouveau dans Moodle (« Télécharger la feuille d'évaluation ») et donnez-la telle quelle, sans passer par un tableur."


# --- The archive of all submissions, and that of the feedback files ---------------------------------------------------


@dataclass(frozen=True)
class Deposit:
    """A file of an archive of submissions: Moodle's folder (or prefix), its student, and the student's own path inside."""

    folder: str
    full_name: str
    participant: str
    path: PurePosixPath


def owner(path: PurePosixPath) -> Deposit | None:
    """Return who a path of the archive belongs to, whatever it is (an online text, a hidden file); None where Moodle names nobody."""
    match = _FOLDER.fullmatch(path.parts[0])
    if not match:
        return None
    rest = match["rest"] or ""
    folder = path.parts[0].removesuffix(rest)
    return Deposit(folder, match["name"], match["participant"], PurePosixPath(rest, *path.parts[1:]))


def deposit(path: PurePosixPath) -> Deposit | None:
    """Return the hand-in that a path of the archive is part of; None for an online text, a system's hidden file, and all the rest."""
    found = owner(path)
    if not found or hidden(found.path) or not found.path.parts or not found.folder.removesuffix("_").endswith("_assignsubmission_file"):
        return None
    return found


def hidden(path: PurePosixPath) -> bool:
    """Say whether a system put this file there, not a person."""
    return any(part in ("__MACOSX", ".DS_Store") or part.startswith("._") for part in path.parts)


def feedback_name(folder: str, file_name: str) -> str:
    """Return the path of a feedback file that Moodle accepts in its archive, from the ``folder`` of a deposit of any layout."""
    return f"{folder}/{file_name}"  # with a prefix as folder, this is the layout of Moodle before 4.1


# --- The grading sheet ------------------------------------------------------------------------------------------------


class SheetError(Exception):
    """The sheet cannot be read, or must not be filled so; the message says in French why and what to do."""


@dataclass(frozen=True)
class Row:
    """A student of the sheet. ``grade`` is None when there is none; empty texts for the columns that are not there."""

    participant: str
    full_name: str = ""
    email: str = ""
    status: str = ""
    grade: float | None = None
    maximum: float | None = None
    modifiable: bool = True


class Sheet:
    """A grading sheet as Moodle gave it; ``filled`` changes nothing but grades and comments, byte for byte."""

    def __init__(self, text: str, records: list[list[tuple[int, int]]]) -> None:
        columns = _columns([_value(text, span).strip() for span in records[0]] if records else [])
        self.rows: dict[str, Row] = {}
        self.has_comments = "comment" in columns
        self._text, self._spans = text, {}
        for cells in records[1:]:
            if len(cells) != len(records[0]):
                raise SheetError(f"La ligne {_line(text, cells[0][0])} de la feuille de notes a {len(cells)} cases, "
                                 f"et l'en-tête {len(records[0])}. {_AGAIN}")
            spans = {column: cells[index] for column, index in columns.items()}
            row = self._row({column: _value(text, span) for column, span in spans.items()})
            if row.participant in self.rows:
                raise SheetError(f"La feuille de notes a deux lignes pour le participant {row.participant}. {_AGAIN}")
            self.rows[row.participant], self._spans[row.participant] = row, spans
        self._french = _value(text, records[0][columns["grade"]]).strip().casefold() == "note"

    @staticmethod
    def read(content: bytes) -> "Sheet":
        """Return the sheet downloaded from Moodle; raise SheetError if it is not one, or was saved by a spreadsheet."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            raise SheetError(f"La feuille de notes n'est pas en UTF-8 : un tableur l'a sans doute enregistrée. {_AGAIN}") from None
        first = text.partition("\n")[0]
        if "," not in first and re.search("[;\t]", first):
            raise SheetError("Les colonnes de la feuille de notes ne sont pas séparées par des virgules : "
                             f"un tableur l'a sans doute enregistrée. {_AGAIN}")
        return Sheet(text, _records(text))

    @staticmethod
    def _row(values: dict[str, str]) -> Row:
        participant = re.fullmatch(r"participant\s*([0-9]{1,18})", values["participant"].strip().casefold())
        if not participant:
            raise SheetError(f"La feuille de notes a une ligne « {values['participant'][:40]} », et non « Participant » suivi d'un numéro. {_AGAIN}")
        return Row(
            participant[1], re.sub("<[^>]*>", "", values.get("full_name", "")).strip(), values.get("email", "").strip(),  # tags: a suspended account
            values.get("status", ""), _number(values["grade"]), _number(values["maximum"]),
            values.get("modifiable", "").strip().casefold() not in ("non", "no"))

    def left_alone(self, participants) -> dict[str, str]:
        """Return why ``filled`` leaves alone some of these participants: a reason in French for each of those."""
        unknown = {participant: "absent de la feuille de notes" for participant in participants if participant not in self.rows}
        return unknown | {participant: "note verrouillée dans Moodle" for participant in participants
                          if participant in self.rows and not self.rows[participant].modifiable}

    def filled(self, grades: dict[str, tuple[float | None, str | None]], maximum: float = 20.0) -> bytes:
        """Return the sheet with the grade and the comment (plain text) of these participants, except those of ``left_alone``.

        Without a grade (None) its cell is emptied, which Moodle skips; without a comment (None) its cell is kept.
        Raises SheetError if Moodle does not grade out of ``maximum`` points, or if a grade is not between 0 and that.
        """
        cells, alone = {}, self.left_alone(grades)
        for participant, (grade, comment) in grades.items():
            if participant in alone:
                continue
            if self.rows[participant].maximum != maximum:
                raise SheetError(f"Dans Moodle, le devoir n'est pas noté sur {maximum:g} points (participant {participant}) : "
                                 f"réglez sa note maximale à {maximum:g}, puis téléchargez de nouveau la feuille.")
            if grade is not None and not 0 <= grade <= maximum:
                raise SheetError(f"La note {grade:g} du participant {participant} n'est pas entre 0 et {maximum:g} : rien n'est écrit. "
                                 "Corrigez-la dans nbgrader.")
            cells[self._spans[participant]["grade"]] = "" if grade is None else self._grade(grade)
            if comment is not None and self.has_comments:
                cells[self._spans[participant]["comment"]] = f'"{_comment(comment)}"'
        text, position = [], 0
        for start, end in sorted(cells):
            text += [self._text[position:start], cells[start, end]]
            position = end
        return "".join([*text, self._text[position:]]).encode("utf-8", "replace")  # half an emoji in a comment

    def _grade(self, grade: float) -> str:
        text = f"{abs(grade):.2f}"  # there is a -0.0
        return f'"{text.replace(".", ",")}"' if self._french else text


def _columns(headings: list[str]) -> dict[str, int]:
    """Return the index of each column that is there; raise SheetError if one that is needed is not."""
    columns = {column: index for column, names in _HEADINGS.items() for index, heading in enumerate(headings)
               if heading.casefold() in [name.casefold() for name in names]}
    missing = [_HEADINGS[column][0] for column in _NEEDED if column not in columns]
    if missing == [_HEADINGS["maximum"][0]]:
        raise SheetError("La feuille de notes n'a pas de colonne « Note maximale » : dans Moodle, notez ce devoir par un nombre de points, "
                         "non par un barème, puis téléchargez de nouveau la feuille.")
    if missing:
        raise SheetError(f"La feuille de notes n'a pas de colonne {', '.join(f'« {name} »' for name in missing)}. {_AGAIN}")
    return columns


def _records(text: str) -> list[list[tuple[int, int]]]:
    """Return where each cell of each line is, quotes included; the csv module does not say it. Empty lines are skipped."""
    records, cells, position = [], [], int(text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}"))
    while match := _CELL.match(text, position):
        cells.append(match.span(1))
        position = match.end()
        if match[2] != ",":
            if len(cells) > 1 or match[1]:
                records.append(cells)
            cells = []
            if position == len(text):
                return records
    raise SheetError(f"La ligne {_line(text, position)} de la feuille de notes a un guillemet de trop, ou la fin manque. {_AGAIN}")


def _value(text: str, span: tuple[int, int]) -> str:
    cell = text[span[0]:span[1]]
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _number(value: str) -> float | None:
    try:
        return float(value.replace(",", "."))
    except ValueError:
        return None


def _comment(text: str) -> str:
    """Return a comment as Moodle keeps it, in HTML: so nothing needs quotes, and no spreadsheet takes it for a formula.

    A backslash would hide a quote from PHP; a semicolon begins a new cell in a French spreadsheet.
    """
    text = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", "\n".join(text.strip().splitlines()))
    text = html.escape(text, quote=False).replace('"', "&quot;").replace("\\", "&#92;").replace("\n", "<br>")
    return re.sub(r"(?:^|;)[\s=+\-@＝＋－＠]+", lambda run: re.sub(r"[=+\-@＝＋－＠]", lambda sign: f"&#{ord(sign[0])};", run[0]), text)
