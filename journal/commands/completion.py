"""What a shell completes and what `man` shows, made of the parser of the command line itself.

Own code, because well-kept libraries for it read a parser that is whole: ours loads a command when it is named.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass

PROGRAM = "leaf-journal"


# Read from a folder of functions it completes at once; read with `source` it says what it completes.
_ZSH_BEGINS = (
    'if [ "$funcstack[1]" = "_leaf_journal" ]; then',
    '  _leaf_journal "$@"',
    "else",
    f"  compdef _leaf_journal {PROGRAM}",
    "fi",
)
_COLOUR = re.compile("\x1b\\[[0-9;]*m")  # newer Pythons colour their help on a terminal


@dataclass(frozen=True, slots=True)
class Level:
    """What can stand behind some commands: further commands and options, each with its help."""

    path: tuple[str, ...]
    commands: dict[str, str]
    options: dict[str, str]
    parser: argparse.ArgumentParser

    @property
    def words(self) -> str:
        """All that can stand here, for a shell."""
        return " ".join([*self.commands, *self.options])

    @property
    def pattern(self) -> str:
        """The commands before, each behind a space: "", " log", " log dose"."""
        return "".join(f" {name}" for name in self.path)


def levels(parser: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[Level]:
    """The parser and those of its commands, outermost first."""
    commands: dict[str, str] = {}
    options: dict[str, str] = {}
    below: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands.update({choice.dest: _help(choice) for choice in action._choices_actions})
            below.update(action.choices)
        elif action.help != argparse.SUPPRESS:
            options.update(dict.fromkeys(action.option_strings, _help(action)))
    yield Level(path, commands, options, parser)
    for name, one in below.items():
        yield from levels(one, (*path, name))


def _help(action: argparse.Action) -> str:
    return " ".join((action.help or "").replace("%%", "%").split())


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script that makes this shell complete the program's name, commands and options."""
    all_levels = list(levels(parser))
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](all_levels)


def _walk(all_levels: list[Level], words: str) -> list[str]:
    """Which commands stand before the cursor, in the language of bash and zsh."""
    known = "|".join(f'"{level.pattern}"' for level in all_levels if level.path)
    return [
        '  local at="" word',
        f"  for word in {words}; do",
        f'    case "$at $word" in {known}) at="$at $word";; esac',
        "  done",
    ]


def _bash(all_levels: list[Level]) -> str:
    cases = [
        f'    "{level.pattern}") COMPREPLY=($(compgen -W "{level.words}" -- "${{COMP_WORDS[COMP_CWORD]}}"));;'
        for level in all_levels
    ]
    walk = _walk(all_levels, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"')
    end = ["  esac", "}", f"complete -o default -F _leaf_journal {PROGRAM}", ""]
    return "\n".join(["_leaf_journal() {", *walk, '  case "$at" in', *cases, *end])


def _zsh(all_levels: list[Level]) -> str:
    cases = [f'    "{level.pattern}") compadd -- {level.words};;' for level in all_levels]
    walk = _walk(all_levels, '"${words[@]:1:$((CURRENT-2))}"')
    end = ["  esac", "  _files", "}", *_ZSH_BEGINS, ""]
    return "\n".join([f"#compdef {PROGRAM}", "_leaf_journal() {", *walk, '  case "$at" in', *cases, *end])


def _fish(all_levels: list[Level]) -> str:
    lines: list[str] = []
    for level in all_levels:
        seen = "; and ".join(f"__fish_seen_subcommand_from {name}" for name in level.path)
        none = f"not __fish_seen_subcommand_from {' '.join(level.commands)}" if level.commands else ""
        for name, words in level.commands.items():
            lines.append(_fish_line("; and ".join(filter(None, (seen, none))), f"-f -a {name}", words))
        for option, words in level.options.items():
            name = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            lines.append(_fish_line(seen or none, name, words))
    return "\n".join([*lines, ""])


def _fish_line(condition: str, what: str, words: str) -> str:
    quoted = words.replace("\\", "\\\\").replace("'", "\\'")
    when = f" -n '{condition}'" if condition else ""
    return f"complete -c {PROGRAM}{when} {what} -d '{quoted}'"


# --- the page for man ------------------------------------------------------------------------------------------------


def man_page(parser: argparse.ArgumentParser, version: str) -> str:
    """The page in the language of ``man``; each command as its own --help says it."""
    lines = [f'.TH LEAF-JOURNAL 1 "" "Leaf Journal {version}" "User Commands"', ".SH NAME"]
    lines.append("leaf\\-journal \\- a private, offline journal")
    for level in levels(parser):
        name = " ".join((PROGRAM, *level.path))
        lines += [f".SH {_plain(name)}" if level.path else ".SH DESCRIPTION", ".nf"]
        lines += [_plain(line) for line in _COLOUR.sub("", level.parser.format_help()).splitlines()]
        lines.append(".fi")
    return "\n".join([*lines, ""])


def _plain(line: str) -> str:
    """A line that means itself: hyphens that can be copied, and no request where it begins with a dot."""
    escaped = line.replace("\\", "\\e").replace("-", "\\-")
    escaped = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in escaped)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
