"""The bank of copies proves that the tests of a lab judge rightly: it is graded by the engine, as a class would be.

For each copy the points must be the expected ones (a test that takes a point from a right answer is a false reject, one that
gives a point to a wrong one a false accept) and the messages those that a teacher has reviewed, kept in ``<copy>.txt``
beside the copy. ``mutation`` then weakens the tests one assertion at a time.
"""

import argparse
import math
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from atelier import copies, courses, generation, mutation, notation

COURSE = generation.ROOT / "build" / "banc"
SEEDS = (1, 2, 3, 4, 5)
PARTS = 5  # of a bank whose time is limited, graded one after the other


@dataclass
class Verdict:
    """What the tests did wrong, each as « copy : test »."""

    false_rejects: list[str] = field(default_factory=list)
    false_accepts: list[str] = field(default_factory=list)
    gains: list[str] = field(default_factory=list)  # of tampered copies
    suspicions: list[str] = field(default_factory=list)  # a tampered judge not found out, or a sound one suspected
    messages: list[str] = field(default_factory=list)  # not those reviewed

    def found(self) -> dict[str, list[str]]:
        """Return where each kind of mistake was found."""
        return {"faux rejets": self.false_rejects, "faux acceptés": self.false_accepts, "copies trafiquées qui gagnent": self.gains,
                "soupçons inattendus": self.suspicions, "messages à relire": self.messages}


def golden(lab: str, name: str) -> Path:
    """Return the file that holds the reviewed messages of a copy."""
    return copies.FOLDER / lab / f"{name}.txt"


def text(said: dict[str, str]) -> str:
    """Return the text of a file of messages: a test a line, any space an ordinary one."""
    return "".join(f"{test} : {' '.join(message.split())}\n" for test, message in said.items())


def accept(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> None:
    """Keep the messages of the wrong copies as reviewed."""
    for example in examples:
        if example.wrong:
            golden(lab, example.name).write_text(text(courses.messages(course, lab, example.name)), "utf-8")


def judge(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> Verdict:
    """Return what the tests did wrong on the graded copies."""
    verdict, most = Verdict(), courses.maximum(course, lab)
    for example in examples:
        got = courses.points(course, lab, example.name)
        for test, wanted in example.expected(most).items():
            if (got[test] or 0) < wanted:
                verdict.false_rejects.append(f"{example.name} : {test}")
            elif got[test] > wanted:
                (verdict.gains if example.tampered else verdict.false_accepts).append(f"{example.name} : {test}")
        for test in courses.awaiting(course, lab, example.name) ^ example.suspect:
            verdict.suspicions.append(f"{example.name} : {test}")
        reviewed = golden(lab, example.name)
        if example.wrong and (not reviewed.exists() or reviewed.read_text("utf-8") != text(courses.messages(course, lab, example.name))):
            verdict.messages.append(example.name)
    return verdict


def stability(lab: str, examples: list[copies.ExampleCopy], seeds: tuple[int, ...]) -> int:
    """Grade the bank with each seed, in kernels of one and of two threads by turns; return how many points ever differ."""
    course, found = COURSE / f"{lab}-graines", {}
    notation.prepare(course, lab, examples)
    most = courses.maximum(course, lab)
    for seed in seeds:
        threads = 1 + seed % 2
        print(f"Graine {seed}, {threads} fil(s) par noyau…", flush=True)
        notation.grade(course, lab, "--force", f"--Grader.seed={seed}", f"--Grader.threads={threads}", "--secondes-cellule=60")
        for example in examples:
            got = courses.points(course, lab, example.name)
            for test in most:
                found.setdefault((example.name, test), set()).add(got[test])
        moved = [f"{name} : {test}" for (name, test), scores in found.items() if len(scores) > 1]
        wrong = sum(len(places) for places in judge(course, lab, examples).found().values())
        print(f"Graine {seed} : {len(moved)} point(s) qui ne sont pas toujours les mêmes, {wrong} erreur(s) de jugement ou de message.", flush=True)
    print("\n".join(moved))
    return len(moved)


def grade(course: Path, lab: str, bank: list[copies.ExampleCopy], deadline: float, *options: str) -> list[copies.ExampleCopy]:
    """Grade a bank, or parts of it of the same mixture, the last begun before the deadline; return the copies that were graded."""
    notation.prepare(course, lab, [])
    graded, parts = [], PARTS if deadline < math.inf else 1
    for first in range(parts):
        part = bank[first::parts]
        if part and (not graded or time.monotonic() < deadline):
            notation.hand_in(course, lab, part)
            notation.grade(course, lab, "--secondes-cellule=60", *options)
            graded += part
    return graded


def prove(lab: str, bank: list[copies.ExampleCopy], *, accepting: bool, mutating: bool, full_training: bool, minutes: float) -> list[str]:
    """Grade a bank, print its table and return the mistakes of the tests, each as a sentence.

    Once the minutes are spent nothing more is begun: neither a part of the bank nor, then, the mutants.
    """
    course, start = COURSE / lab, time.monotonic()
    deadline = start + 60 * minutes
    examples = grade(course, lab, bank, deadline, *["--entrainement-complet"] * full_training)
    seconds = time.monotonic() - start
    if accepting:
        accept(course, lab, examples)
    verdict = judge(course, lab, examples)
    kinds = ", ".join(f"{sum(example.name.startswith(kind) for example in examples)} {kind}" for kind in copies.KINDS)
    rows = {"copies": f"{len(examples)} ({kinds})", **{name: len(places) for name, places in verdict.found().items()},
            "secondes par copie": f"{seconds / len(examples):.1f} ({seconds / 60:.0f} min en tout)"}
    print("\n".join([f"\n{lab}", *(f"  {name:36} {figure}" for name, figure in rows.items())]), flush=True)
    mistakes = [f"{name} : {where}" for name, places in verdict.found().items() for where in places]
    if time.monotonic() > deadline:
        print(f"  Le temps accordé est écoulé : {len(examples)} copies notées sur {len(bank)}, aucun mutant essayé.")
    elif mutating:
        start = time.monotonic()
        alive, killed, equivalent = mutation.check(lab, course, examples)
        print(f"  {'mutants tués':36} {killed} / {killed + len(alive)}, et {equivalent} équivalents "
              f"({(time.monotonic() - start) / 60:.0f} min)")
        mistakes += [f"mutant vivant : {mutant.test} : {mutant.change}" for mutant in alive]
    return mistakes


def main() -> int:
    """Grade the banks of the labs and print their tables; return how many mistakes the tests made."""
    parser = argparse.ArgumentParser(prog="python -m atelier.bank", description="Note le banc de copies et juge les tests.")
    parser.add_argument("copies", nargs="*", help="noms des copies à noter (toutes, par défaut)")
    parser.add_argument("--tp", choices=generation.labs(), help="ne juge que ce TP (tous, par défaut)")
    parser.add_argument("--accepter", action="store_true", help="garde les messages obtenus comme messages relus")
    parser.add_argument("--mutants", action="store_true", help="essaie les mutants même sur quelques copies")
    parser.add_argument("--graines", action="store_true", help="note le banc avec plusieurs graines et compte les points qui diffèrent")
    parser.add_argument("--minutes", type=float, default=math.inf, help="temps au-delà duquel rien n'est plus commencé (sans limite, par défaut)")
    parser.add_argument("--entrainement-complet", action="store_true", help="entraîne en entier : les points doivent être les mêmes")
    options = parser.parse_args()
    mistakes = 0
    for lab in [options.tp] if options.tp else generation.labs():
        generation.make_source(lab)
        examples = [example for example in copies.read_all(lab) if not options.copies or example.name in options.copies]
        if not examples:  # the copies named are of another lab
            continue
        if options.graines:
            differences = stability(lab, examples, SEEDS)
            print(f"{lab} : {len(examples)} copies, {len(SEEDS)} graines, points qui diffèrent : {differences}")
            mistakes += differences
            continue
        wrong = prove(lab, examples, accepting=options.accepter, mutating=options.mutants or not options.copies,
                      full_training=options.entrainement_complet, minutes=options.minutes)
        print("\n".join(wrong))
        mistakes += len(wrong)
    return mistakes


if __name__ == "__main__":
    try:
        sys.exit(bool(main()))
    except (generation.GenerationError, courses.CommandFailed, ValueError) as error:
        sys.exit(str(error))
