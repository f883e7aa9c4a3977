"""German sentences rewritten as headlines: a clause without its date, its verb in second place.

``headline`` is the place to start. Imports run one way:

    headline → fallbacks, reported → recast, voices → relative, fronting, coordination, gapping
    → surroundings → pronouns, undated, shortening → order → tokens

What a headline depends on is passed on: the ``Surroundings`` of its clause, which never change, and
the ``Manner`` it is recast in.
"""
