"""The commands: `python -m sealing open | check | vectors | world`."""

import argparse
import getpass
import json
import sys
import zipfile
from pathlib import Path

from sealing import checking, export, taken_along, vectors, world, wraps
from sealing.refused import RefusedError

ASK = "Je zes woorden (of je herstelcode): "


def open_export(options: argparse.Namespace) -> int:
    """Open what somebody took along and write it as files to read."""
    typed = options.words_file.read_text("utf-8") if options.words_file else getpass.getpass(ASK)
    way = wraps.way_of(typed)
    try:
        found = export.read(options.export)
        keys = found.unlock(way, wraps.lock(way, typed))
        told = list(export.entries(found, keys))
    except (KeyError, OSError, UnicodeDecodeError, zipfile.BadZipFile):
        print("Dit is geen bestand van je lijn. Geef het ZIP-bestand dat je meenam.")
        return 1
    except RefusedError:
        print("Het gaat niet open. Kijk of je woorden kloppen, en of het bestand heel is.")
        return 1
    wrong = [one for one in told if isinstance(one, str)]
    for one in told:
        if not isinstance(one, str):
            taken_along.write(one, options.out)
    print(f"{len(told) - len(wrong)} geschreven in {options.out}.")
    print("\n".join(wrong))
    return 1 if wrong else 0


def check(options: argparse.Namespace) -> int:
    """Check vectors of any program that knows the seal."""
    wrong = 0
    for path in options.vectors:
        count, names = checking.failures(json.loads(path.read_text("utf-8")))
        print(f"{path}: {count} checked, {len(names)} wrong", *names, sep="\n  ")
        wrong += len(names)
    return 1 if wrong else 0


def make_vectors(_options: argparse.Namespace) -> int:
    """Write our vectors anew."""
    print(vectors.write())
    return 0


def make_world(_options: argparse.Namespace) -> int:
    """Make the sealed part of a demonstration: JSON in, JSON out."""
    json.dump(world.make(json.load(sys.stdin)), sys.stdout)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked; 0 when all went well."""
    parser = argparse.ArgumentParser(prog="python -m sealing", description=__doc__)
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("open", help=open_export.__doc__)
    verb.add_argument("export", type=Path)
    verb.add_argument("--out", type=Path, required=True)
    verb.add_argument("--words-file", type=Path)
    verb.set_defaults(do=open_export)
    verb = verbs.add_parser("check", help=check.__doc__)
    verb.add_argument("vectors", type=Path, nargs="+")
    verb.set_defaults(do=check)
    verbs.add_parser("vectors", help=make_vectors.__doc__).set_defaults(do=make_vectors)
    verbs.add_parser("world", help=make_world.__doc__).set_defaults(do=make_world)
    options = parser.parse_args(arguments)
    return int(options.do(options))


if __name__ == "__main__":
    sys.exit(main())
