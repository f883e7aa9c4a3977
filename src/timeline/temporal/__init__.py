"""Time expressions: recognised by the grammar, resolved to intervals.

The way of a sentence through the modules, in the order they are called:

1. ``articles``, ``timeml``: an article, or a record of a corpus; ``text_kind`` judges its kind.
2. ``expressions``: sentence by sentence. ``recognise`` finds where expressions are and what they
   mean, ``persons`` drops people named like days, ``chronicle`` knows the headings of entries.
3. ``setting``: how an expression stands in its sentence. It asks ``hints`` (what the noun phrase
   says of its direction, with ``months``), ``plans`` (was it planned?), ``surroundings`` (ranges,
   the verb's tense) and ``happenings`` („am Montag nach dem Unglück“). ``context`` keeps that, and
   what the text has told so far.
4. ``resolve`` picks the resolver: ``calendar_dates``, ``weekdays``, ``periods``, ``pointing`` or
   ``lengths``. They look for a year in ``years``, and beside the publication in ``nearest``;
   ``anchors`` are the dates of the text that others are counted from, ``counting`` those beside
   them, ``spoken`` those of quotations.
5. ``clocktimes`` give hours and parts of the day the day that ``clock_days`` finds for them.
6. ``habits`` and ``passing``: whether anything happened then. ``joining``: what belongs together,
   with the side that ``sides`` leaves open. ``notation`` writes TIMEX3 and EDTF, ``spans`` counts
   days, and ``found`` is what is known of one expression on the way.
"""

from timeline.temporal.articles import find_expressions
from timeline.temporal.expressions import tag

__all__ = ["find_expressions", "tag"]
