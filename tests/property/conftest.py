"""Settings for the property tests."""

from hypothesis import settings

# No deadline: the first text compiles the grammar, and a busy machine is no bug.
settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")
