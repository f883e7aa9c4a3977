"""The closed classes of German words, each written down once.

No news report brings a new article or preposition, so these tables are meant to be complete. A
module that asks for fewer or more words than a class has says so as a difference or a union
(``ARTICLES - {"ein"}``): then one sees what it leaves out, and a word that was missing here is
known everywhere once it is added.

All are in lower case. The vocabulary of time is in ``words``, verbs are in ``verb_forms``.
"""

from __future__ import annotations

from timeline.german.tables import table

# --------------------------------------------------------------------------- endings
#: of adjectives, and of whatever is declined like them
ENDINGS = ("e", "en", "er", "es", "em")


def declined(*stems: str) -> frozenset[str]:
    """The forms of a word like "dies-": "diese", "diesen" …"""
    return frozenset(stem + ending for stem in stems for ending in ENDINGS)


def like_ein(*stems: str) -> frozenset[str]:
    """The forms of a word that may do without an ending: "kein", "keine", "keinen" …"""
    return frozenset(stems) | declined(*stems)


# --------------------------------------------------------------------------- articles and their kin
DEFINITE_ARTICLES = table("der die das dem den des")
INDEFINITE_ARTICLES = like_ein("ein")
ARTICLES = DEFINITE_ARTICLES | INDEFINITE_ARTICLES
#: how a subject may begin, and how none does ("einer" may: "Einer kam")
NOMINATIVE_ARTICLES = table("der die das ein eine")
OBLIQUE_ARTICLES = ARTICLES - NOMINATIVE_ARTICLES - {"einer"}

POSSESSIVES = like_ein("mein", "dein", "sein", "ihr", "unser", "euer")
DETERMINERS = (
    ARTICLES
    | like_ein("kein", "sein", "ihr", "unser")
    | declined("dies", "jen", "jed")
    | table(
        """
        alle allen aller viele vielen vieler einige einigen einiger mehrere mehreren mehrerer beide
        beiden manche manchen sämtliche wenige wenigen etliche etlichen zahlreiche zahlreichen viel
        wenig weitere weiteren andere anderen tausende hunderte dutzende
        """
    )
)
#: by their case: "den" may be a dative plural as well, those like "der" are also datives
ACCUSATIVES = table("den einen keinen diesen seinen ihren")
DATIVES = table("dem einem keinem diesem seinem ihrem")
GENITIVES_DER = table("der einer dieser seiner ihrer")
GENITIVES_DES = table("des eines dieses seines ihres")
GENITIVES = GENITIVES_DER | GENITIVES_DES

# --------------------------------------------------------------------------- prepositions
#: made of a preposition and "dem"; the others of one and "der" or "das"
CONTRACTED_DEM = table("am im beim vom zum")
CONTRACTIONS = CONTRACTED_DEM | table("zur ans ins")
#: what leads to an adverbial in nearly all cases
COMMON_PREPOSITIONS = CONTRACTIONS | table(
    """
    in an auf aus bei mit nach vor von zu für gegen um ohne unter über durch seit bis ab zwischen
    neben hinter trotz wegen während
    """
)
PREPOSITIONS = COMMON_PREPOSITIONS | table(
    """
    gegenüber entlang innerhalb außerhalb ausserhalb angesichts aufgrund infolge mithilfe anlässlich
    gemäß gemäss mittels samt nebst per pro via statt anstelle aufs fürs ums durchs übers binnen
    dank mitsamt zugunsten zulasten mangels zwecks seitens inmitten unterhalb oberhalb unweit
    hinsichtlich bezüglich einschließlich einschliesslich jenseits diesseits außer ausser nahe
    anhand
    """
)
#: those that ask for the dative and nothing else
DATIVE_PREPOSITIONS = table("mit bei von aus nach zu seit")
#: those of objects rather than of adverbials: "berieten über …", "einigten sich auf …"
OBJECT_PREPOSITIONS = table("auf für gegen über von")
#: those that lead to a date
DATE_PREPOSITIONS = table("am im in an vom von seit ab bis zum zur gegen um vor nach zu aus für")

# --------------------------------------------------------------------------- pronouns
#: without "du", which no report says, and "ihr", which is a possessive there
SUBJECT_PRONOUNS = table("er sie es man wir ich")
OBJECT_PRONOUNS = table("ihn ihm ihnen sich mich mir uns")
RELATIVE_PRONOUNS = table("der die das den dem deren dessen")

# --------------------------------------------------------------------------- helping verbs
#: of the third person, in the present and the preterite; ``verb_forms`` knows all the others
BE = table("ist sind war waren")
BECOME = table("wird werden wurde wurden")
HAVE = table("hat haben hatte hatten")

# --------------------------------------------------------------------------- conjunctions
#: between words or clauses; and those that set two clauses against each other
JOINTS = table("und oder sowie")
CONTRASTS = table("aber doch sondern")
#: in the old spelling and the new
DASS = table("dass daß")
QUESTION_WORDS = table("wer was wem wen wie wo warum wann weshalb")

# --------------------------------------------------------------------------- numbers and amounts
#: in their order from two on: those that a text writes as words
SMALL_NUMBERS = (
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
)  # fmt: skip
#: what makes a number inexact, and is no preposition
ABOUT = table("etwa rund knapp gut")

# --------------------------------------------------------------------------- quotation marks
#: as German, Swiss and English texts have them; “ opens in one of them and closes in another
QUOTES = '"„“”«»'
#: the single ones; ’ is missing, for it is an apostrophe more often
SINGLE_QUOTES = "'‚‘‹›"
