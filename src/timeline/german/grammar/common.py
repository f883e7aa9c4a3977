"""What the rule modules share."""

from __future__ import annotations

from collections.abc import Callable

from timeline.german.direction_words import SAID, SAYING
from timeline.german.meaning import RelativeYear, Year
from timeline.german.pattern import Builder, Match, Rule
from timeline.german.tokens import CLAUSE
from timeline.german.verb_forms import Form, forms

#: „des Jahres 2024“ or „2024“, bound as y
YEAR_NUMBER = "(des | im | vom)? (Jahres | Jahre | Jahr)? y:YEAR"
#: „vergangenen Jahres“, „desselben Jahres“, bound as yrel
YEAR_POINTED = (
    "yrel:((des | DET)? (WHICH | SAME | THAT | ANAPH) Jahres | des (Folgejahres | Vorjahres))"
)
#: what joins the two ends of a range
TO = "(bis | DASH | HYPHEN | und | oder | / | auf)"


class RuleBook:
    """Collects the rules of one module in the order they stand."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(
        self, name: str, *patterns: str, examples: tuple[str, ...]
    ) -> Callable[[Builder], Builder]:
        def keep(build: Builder) -> Builder:
            self.rules.append(Rule(name, patterns, build, examples))
            return build

        return keep


def looks_like_a_name(m: Match) -> bool:
    """A month, season or weekday without preposition that may be a person: „Frau Mai“,
    „Doris Sommer“, „Robinson und Freitag“, „Dr. März“, „Sonntag (CDU)“."""
    before, bv = m.before(), m.before_values()
    titled = m.before(2) in ("Dr", "Prof", "Hr", "Fr") or (
        len(m.before(2)) == 1 and m.before(2).isupper()
    )
    if "NAME" in bv or (before == "." and titled) or _speaks(m):
        return True
    if before.lower() in ("und", "oder", ",") and "NAME" in m.before_values(2):
        return True
    return m.after() == "(" and not before


def _speaks(m: Match) -> bool:
    """„sagte August.“, „kündigte Winter an“; but „teilte Montag die Polizei mit“."""
    if m.before() not in SAID and m.before() not in SAYING:
        return False
    return "WEEKDAY" not in m.values[m.start] or m.after() in ("", ".", ",", "“", '"', "»")


def points_at_what_follows(m: Match) -> bool:
    """„warnten im Mai davor, …“, „wies im Mai darauf hin“: no „davor“ of time."""
    found = forms(m.after().lower())
    open_verb = found & (Form.PARTICIPLE | Form.INFINITIVE) and not found & Form.PRETERITE
    near = m.tokens[max(0, m.start - CLAUSE) : m.end + CLAUSE]
    of_a_verb = m.after() == "hin" or any(t.startswith(_WITH_DAVOR) for t in near)
    return m.after() == "," or bool(open_verb) or of_a_verb


#: what „davor“ belongs to where it tells no time
_WITH_DAVOR = ("warn", "gewarnt", "Angst", "schütz", "fürcht", "drück", "scheu", "bewahr")


def short_year(digits: int) -> int | None:
    """The year of „Oktober ’89“; None where the digits are no two."""
    return None if digits > 99 else digits + (2000 if digits < 30 else 1900)


def year_of(m: Match) -> Year:
    """The year bound in a match: ``y`` (a number) or ``yrel`` („vergangenen Jahres“)."""
    if m.has("yrel"):
        first, last = m.span("yrel")
        for i in range(first, last):
            if "NEIGHBOUR" in m.values[i]:
                step = m.values[i]["NEIGHBOUR"][1]
                return RelativeYear(step, step > 0)
            for category in ("SAME", "THAT", "ANAPH", "WHICH"):
                if category in m.values[i]:
                    return RelativeYear(m.values[i][category], category != "WHICH")
    if m.has("y2"):
        return int(m.get("y2", "YEAR"))
    number = m.get("y", "YEAR", "YEARSPAN")
    return int(number) if number is not None else None


_ERAS = (
    "v . Chr", "v . u . Z", "vor Christus", "vor Christi Geburt", "vor unserer Zeitrechnung",
)  # fmt: skip
#: behind a year or century before Christ, as a pattern
BC = f"({' | '.join(_ERAS)})"
_ERA_WORDS = tuple(tuple(era.split()) for era in _ERAS)


def is_before_christ(m: Match) -> bool:
    """Whether „v. Chr.“ or its like stands behind a match, which may leave out an ordinal's dot."""
    at = m.end + (m.after() == ".")
    return any(tuple(m.tokens[at : at + len(era)]) == era for era in _ERA_WORDS)


#: Sunday papers and a sermon → the words in front of their names; behind others a picture is meant
_BEFORE_PAPERS = {
    "Welt": {"der", "die", "laut", "wie"},
    "Bild": {"der", "die", "laut", "wie"},
    "NZZ": {"der", "die", "laut", "wie"},
    "Wort": {"das", "dem", "beim", "im"},
}


def names_a_paper(m: Match) -> bool:
    """„der Welt am Sonntag“, „laut Bild am Sonntag“, „das Wort zum Sonntag“.

    But „das Bild am Sonntag“ is a picture.
    """
    if not m.prep or m.tokens[m.start] != "Sonntag" or m.has("w") or m.after() == "-":
        return False
    led = _BEFORE_PAPERS.get(m.before(2))
    fits = m.prep == ("zum" if m.before(2) == "Wort" else "am")
    return led is not None and fits and m.before(3).lower() in led
