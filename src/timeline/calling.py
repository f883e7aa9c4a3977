"""The command line in German and English: help, wrong calls, and what may end a command.

click words its help and its complaints itself, in English. Here they are messages as all
others, in the language of ``--language``, which may stand anywhere in the call.
"""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, Literal, NoReturn, TypeVar, cast, get_args

import click

from timeline.errors import TimelineError, UsageError
from timeline.messages import Message, in_language, say, sentence

OK, INCOMPLETE, WRONG_CALL, NOT_WRITTEN = 0, 1, 2, 3
#: ended by Ctrl-C, as shells count it
INTERRUPTED = 130
_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])
Language = Literal["de", "en"]
_LANGUAGE = "timeline.language"
#: what click calls an argument too many; it has no error of its own for that
_EXTRA = re.compile(r"^Got unexpected extra arguments? \((.*)\)")
#: click's own words in a help text, and ours
_FRAME = {
    "Usage:": say("help.usage"),
    "Options": say("help.options"),
    "Commands": say("help.commands"),
    "[OPTIONS]": say("help.some-options"),
    "COMMAND [ARGS]...": say("help.some-command"),
    "[default:": say("help.default"),
    "required]": say("help.required"),
}


def language_of(ctx: click.Context) -> Language:
    """What ``--language`` said, German where nobody asked."""
    return cast(Language, ctx.meta.get(_LANGUAGE, "de"))


def complain(ctx: click.Context, line: str) -> None:
    """One line on standard error."""
    click.secho(f"{say('error').in_language(language_of(ctx))}: {line}", fg="red", err=True)


# --------------------------------------------------------------------------- declaring
class _Option(click.Option):
    """An option whose help, and metavar where languages differ, are messages."""

    def __init__(
        self, names: Sequence[str], about: Message, metavar: str = "", **more: Any
    ) -> None:
        more["help"] = str(about)
        super().__init__(names, metavar=metavar or None, **more)
        self._about, self._metavar = about, metavar

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        language = language_of(ctx)
        self.help = self._about.in_language(language)
        self.metavar = in_language(self._metavar, language) or None
        record = super().get_help_record(ctx)
        return record and (record[0], _framed(record[1], language))


class _Argument(click.Argument):
    """An argument whose metavar may be a message."""

    def __init__(self, names: Sequence[str], metavar: str, **more: Any) -> None:
        super().__init__(names, metavar=metavar, **more)
        self.words = metavar

    def get_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [in_language(self.words, language_of(ctx))]


def option(
    *names: str, about: Message, metavar: str = "", **more: Any
) -> Callable[[_Decorated], _Decorated]:
    """An option of a command, ``about`` being what its help says."""
    return click.option(*names, cls=_Option, about=about, metavar=metavar, **more)


def argument(name: str, metavar: str, **more: Any) -> Callable[[_Decorated], _Decorated]:
    """An argument of a command."""
    return click.argument(name, cls=_Argument, metavar=metavar, **more)


def language_option() -> Callable[[_Decorated], _Decorated]:
    """``--language``. It is read before all else: ``language_of`` knows it in a wrong call, too."""
    return option(
        "--language",
        about=say("help.language"),
        type=click.Choice(get_args(Language)),
        default="de",
        show_default=True,
        expose_value=False,
    )


def json_option() -> Callable[[_Decorated], _Decorated]:
    return option("--json", "as_json", is_flag=True, about=say("help.json"))


def timezone_option() -> Callable[[_Decorated], _Decorated]:
    return option(
        "--timezone",
        about=say("help.timezone"),
        metavar="ZONE",
        default="Europe/Berlin",
        show_default=True,
    )


def map_option() -> Callable[[_Decorated], _Decorated]:
    return option(
        "--map",
        "columns",
        multiple=True,
        about=say("help.map"),
        metavar=say("metavar.field-column"),
    )


# --------------------------------------------------------------------------- help
class _Formatter(click.HelpFormatter):
    language = "de"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _framed(args, self.language), _framed("Usage: ", self.language))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_framed(heading, self.language))


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        formatter = _Formatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.language = language_of(self)
        return formatter


def _framed(words: str, language: str) -> str:
    for theirs, ours in _FRAME.items():
        words = words.replace(theirs, ours.in_language(language))
    return words


class Command(click.Command):
    """A command whose help is a message."""

    context_class = _Context

    def __init__(self, name: str | None, about: Message, **more: Any) -> None:
        more["help"] = str(about)
        super().__init__(name, **more)
        self._about = about

    def speak(self, language: str) -> None:
        """Take the help of a language; click asks for it without saying which."""
        self.help = self._about.in_language(language)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        shown = super().get_help_option(ctx)
        if shown is not None:
            shown.help = say("help.help").in_language(language_of(ctx))
        return shown

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.speak(language_of(ctx))
        super().format_help(ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # before anything else: what is wrong with the call is told in this language, too
        ctx.meta[_LANGUAGE] = _asked(args) or language_of(ctx)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            _wrong(ctx, error)


class Group(Command, click.Group):
    """Turns errors into one clear line and an exit code; ``--debug`` shows the traceback."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(WRONG_CALL)
        return super().parse_args(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], *rest: Any, **more: Any
    ) -> click.Context:
        asked = click.Context(self)
        asked.meta[_LANGUAGE] = _asked(args) or "de"
        try:
            return super().make_context(info_name, args, *rest, **more)
        except UsageError as error:  # of the group itself: nobody is there yet to catch it
            complain(asked, error.in_language(language_of(asked)))
            raise click.exceptions.Exit(WRONG_CALL) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for command in self.commands.values():
            if isinstance(command, Command):
                command.speak(language_of(ctx))
        super().format_commands(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            remedy = say("call.one-of", names=", ".join(sorted(self.commands)))
            raise UsageError(args[0], say("call.no-command"), remedy) from None

    def invoke(self, ctx: click.Context) -> Any:
        debug = ctx.params.get("debug")
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            if debug:
                raise
            complain(ctx, error.in_language(language_of(ctx)))
            ctx.exit(WRONG_CALL if isinstance(error, UsageError) else NOT_WRITTEN)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            click.echo(say("interrupted").in_language(language_of(ctx)), err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:  # „timeline tag … | head“
            sys.stderr.close()
            ctx.exit(OK)
        except Exception as error:
            if debug:
                raise
            complain(ctx, _unexpected(error, language_of(ctx)))
            ctx.exit(NOT_WRITTEN)


def _unexpected(error: Exception, language: str) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return sentence(say("stdout"), say("write.no-space"), say("write.make-space"), language)
    why = say("unexpected", kind=type(error).__name__, fault=error).in_language(language)
    return f"{why} – {say('unexpected.report').in_language(language)}"


# --------------------------------------------------------------------------- wrong calls
def _asked(args: Sequence[str]) -> str:
    """The language a call asks for, read before the call is understood."""
    for before, given in zip(("", *args), args, strict=False):
        name, sign, value = given.partition("=")
        value = value if sign and name == "--language" else given if before == "--language" else ""
        if value in get_args(Language):
            return value
    return ""


def _wrong(ctx: click.Context, error: click.UsageError) -> NoReturn:
    """What click found wrong with a call, as an error of ours."""
    remedy = say("call.see-help", command=ctx.command_path)
    match error:
        case click.NoSuchOption():
            likely = ", ".join(get_close_matches(error.option_name, error.possibilities or (), n=1))
            raise UsageError(
                error.option_name,
                say("call.no-option"),
                say("call.perhaps", names=likely) if likely else remedy,
            ) from None
        case click.BadOptionUsage():
            raise UsageError(error.option_name, say("call.value-missing"), remedy) from None
        case click.MissingParameter():
            raise UsageError(_named(error.param, ctx), say("call.missing"), remedy) from None
        case click.BadParameter():
            what = _named(error.param, ctx)
            raise UsageError(what, _not_taken(error), remedy) from None
        case _:
            said = error.format_message()
            extra = _EXTRA.search(said)
            why = say("call.extra", names=extra[1]) if extra else say("call.not-taken", said=said)
            raise UsageError(ctx.command_path, why, remedy) from None


def _named(param: click.Parameter | None, ctx: click.Context) -> str:
    if isinstance(param, _Argument):
        return str(in_language(param.words, language_of(ctx)))
    return max(param.opts, key=len) if param is not None else ctx.command_path


def _not_taken(error: click.BadParameter) -> Message:
    match error.param and error.param.type:
        case click.Choice(choices=choices):
            return say("call.one-of", names=", ".join(map(str, choices)))
        case click.IntRange(min=int(least), max=None):
            return say("call.number-from", least=least)
        case click.IntRange(min=least, max=most):
            return say("call.number-between", least=least, most=most)
    return say("call.not-taken", said=error.message)
