"""`hartlijn whatif` answers about a map in a file, in words or in JSON, and never guesses."""

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hartlijn.factors.whatif.arguments import TABLES
from hartlijn.factors.whatif.command import main
from hartlijn.factors.whatif.values import WORDS

START = """\
,Beschermde inwerktijd,Rust,Fouten = leren,Weer
Beschermde inwerktijd,0,0.7,0,0
Rust,0,0,-0.5,0
Fouten = leren,0,-0.2,0,0
Weer,0,0,0,0
"""
HELD = ("--set", "beschermde inwerktijd=zeer hoog")
SWING = ",A,B,C\nA,0,1,0\nB,0,0,1\nC,1,0,0\n"


@pytest.fixture
def kaart(tmp_path: Path) -> str:
    path = tmp_path / "kaart.csv"
    path.write_text(START, "utf-8")
    return str(path)


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run the command; its answer out of JSON, or what it said is wrong."""

    def run(*typed: str) -> Any:
        code = main(typed)
        out, err = capsys.readouterr()
        if code:
            assert (code, out) == (2, "")
            return err
        return json.loads(out) if "--json" in typed else out + err

    return run


def plain(x: list[float], weights: list[list[float]], held: dict[int, float]) -> list[float]:
    """The textbook, one factor at a time: Kosko with a sigmoid until nothing moves."""
    for _ in range(1000):
        sums = [sum(x[i] * weights[i][j] for i in range(len(x))) for j in range(len(x))]
        after = [held.get(j, 1 / (1 + math.exp(-one))) for j, one in enumerate(sums)]
        if max(abs(a - b) for a, b in zip(after, x, strict=True)) < 1e-9:
            return after
        x = after
    raise AssertionError("it does not come to rest")


def test_without_draws_it_is_one_plain_inference(asked: Any, kaart: str) -> None:
    weights = [[0.0, 0.7, 0, 0], [0, 0, -0.5, 0], [0, -0.2, 0, 0], [0.0] * 4]

    found = asked(kaart, *HELD, "--draws", "0", "--json")

    assert list(found) == ["factors", "iterations", "outcome"]
    assert list(found["factors"][0]) == ["name", "baseline", "scenario", "low", "high", "direction_share"]  # fmt: skip
    before, after = plain([0.5] * 4, weights, {}), plain([1, 0.5, 0.5, 0.5], weights, {0: 1.0})
    assert [one["baseline"] for one in found["factors"]] == pytest.approx(before, abs=1e-9)
    assert [one["scenario"] for one in found["factors"]] == pytest.approx(after, abs=1e-9)
    calm = found["factors"][1]
    assert calm["low"] == calm["high"] == pytest.approx(after[1] - before[1], abs=1e-9)
    assert [one["direction_share"] for one in found["factors"]] == [1, 1, 1, 0]
    assert found["outcome"] == "fixed point"
    assert 5 < found["iterations"] < 30


def test_draws_give_a_range_and_the_same_seed_the_same_one(asked: Any, kaart: str) -> None:
    draw = ("--draws", "300", "--json")

    found = asked(kaart, *HELD, *draw, "--seed", "7")

    calm = found["factors"][1]
    assert calm["low"] < calm["scenario"] - calm["baseline"] < calm["high"]
    assert calm["direction_share"] == 1
    assert asked(kaart, *HELD, *draw, "--seed", "7") == found
    assert asked(kaart, *HELD, *draw, "--seed", "8") != found


def test_it_answers_in_words_without_decimals(asked: Any, kaart: str) -> None:
    said = asked(kaart, *HELD, "--set", "Weer=0.2", "--draws", "200")

    assert said.splitlines() == [
        "Wat als dit vaststaat: Beschermde inwerktijd op zeer hoog, Weer op 0.2?",
        "- Rust gaat omhoog, van een beetje tot duidelijk, in 10 van de 10 kaarten.",
        "- Fouten = leren gaat omlaag, nauwelijks, in 10 van de 10 kaarten.",
        "Dit zijn 200 kaarten uit de schattingen van hoe sterk alles werkt; dit is geen kans dat het lukt.",
        "Hoe ver Rust gaat, hangt het meest af van:",
        "- Beschermde inwerktijd → Rust",
    ]


def test_it_speaks_english_when_asked(asked: Any, kaart: str) -> None:
    said = asked(kaart, *HELD, "--draws", "0", "--language", "en")

    assert said.startswith("What if this is held: Beschermde inwerktijd at zeer hoog?")
    assert asked("--language=en", "nowhere.csv").startswith("hartlijn whatif: There is no file")


def test_an_unsure_direction_is_not_told_as_one(asked: Any, tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(",A,B,C\nA,0,± strong,0\nB,0,0,0\nC,0,0,0\n", "utf-8")

    said = asked(str(path), "--set", "A=1", "--draws", "100")

    assert "- B kan beide kanten op gaan: de kaarten zijn het niet eens." in said
    assert "- C blijft gelijk." in said


def test_nothing_held_is_the_map_as_it_is(asked: Any, kaart: str) -> None:
    said = asked(kaart, "--draws", "1000")
    assert said.startswith("Wat als dit vaststaat: niets?")
    assert "Dit zijn 1.000 kaarten" in said


@pytest.mark.parametrize(
    ("given", "value"),
    [("hoog", 0.75), (" Very  HIGH ", 1), ("laag", 0.25), ("0,5", 0.5), ("1e-1", 0.1), ("midden", 0.5)],
)  # fmt: skip
def test_a_word_or_a_number_stays_as_it_is(
    asked: Any, kaart: str, given: str, value: float
) -> None:
    found = asked(kaart, "--set", f"Fouten  = LEREN={given}", "--draws", "0", "--json")

    assert found["factors"][2]["scenario"] == value


@pytest.mark.parametrize(
    ("function", "given", "value"),
    [
        ("tanh", "laag", -0.5), ("tanh", "zeer hoog", 1), ("trivalent", "laag", -1),
        ("trivalent", "midden", 0), ("trivalent", "hoog", 1), ("bivalent", "laag", 0),
        ("bivalent", "hoog", 1), ("tanh", "-0.3", -0.3),
    ],
)  # fmt: skip
def test_a_word_means_what_the_scale_of_the_function_makes_of_it(
    asked: Any, kaart: str, function: str, given: str, value: float
) -> None:
    found = asked(kaart, "--set", f"Weer={given}", "--draws", "0", "--json", "--function", function)

    assert found["factors"][3]["scenario"] == value


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("--set", "rust"), "“rust” zegt geen waarde."),
        (("--set", "rust=0", "--set", "RUST=1"), "“Rust” staat er twee keer."),
        (("--set", "rusd=1"), "Bedoel je “Rust”?"),
        (("--set", "tijd=1"), "Bedoel je “Beschermde inwerktijd”?"),
        (("--set", "xyz=1"), "Deze staan erin: “Beschermde inwerktijd”, “Rust”, “Fouten = leren”, “Weer”."),
        (("--set", "=1"), "Er is geen factor “”"),
        (("--set", "rust="), "“” is geen waarde. Kies uit “zeer laag”, “laag”, “midden”, “hoog”, “zeer hoog”"),
        (("--set", "rust=best"), "“best” is geen waarde."),
        (("--set", "rust=nan"), "“nan” is geen waarde."),
        (("--set", "rust=1.01"), "1.01 kan niet: bij sigmoid loopt de schaal van 0 tot 1."),
        (("--set", "rust=-2", "--function", "tanh"), "bij tanh loopt de schaal van -1 tot 1."),
        (("--set", "rust=midden", "--function", "bivalent"), "“midden” kan niet bij bivalent"),
        (("--rule", "koskoo"), "--rule kan niet koskoo zijn. Kies uit: kosko, modified, rescaled."),
        (("--function", "step"), "Kies uit: sigmoid, tanh, bivalent, trivalent."),
        (("--lambda", "0"), "--lambda is een getal boven 0, en niet 0."),
        (("--lambda", "x"), "--lambda is een getal boven 0, en niet x."),
        (("--lambda", "inf"), "--lambda is een getal boven 0"),
        (("--draws", "-1"), "--draws is een heel getal van 0 tot 100000, en niet -1."),
        (("--draws", "1000000"), "--draws is een heel getal van 0 tot 100000"),
        (("--seed", "x"), "--seed is een heel getal van 0"),
        (("--steps", "0"), "--steps is een heel getal van 1"),
        (("--threshold", "-1"), "--threshold is een getal boven 0"),
        (("--verbose",), "Dit begrijpen we niet: --verbose."),
        (("--set",), "Dit begrijpen we niet: --set."),
        (("--language", "fr"), "--language kan niet fr zijn. Kies uit: nl, en."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_in_a_sentence(
    asked: Any, kaart: str, typed: tuple[str, ...], sentence: str
) -> None:
    said = asked(kaart, *typed)

    assert said.startswith("hartlijn whatif: ")
    assert sentence in said


def test_a_file_that_is_not_there_or_no_map_is_said(asked: Any, tmp_path: Path) -> None:
    (tmp_path / "leeg.csv").write_bytes(b"")
    (tmp_path / "groot.csv").write_bytes(b"x" * 5_000_001)

    assert "Geef een bestand met een kaart." in asked()
    assert f"Er is geen bestand “{str(tmp_path)[:20]}" in asked(str(tmp_path / "nergens.csv"))
    assert "is niet te lezen" in asked(str(tmp_path))
    assert "Dit bestand is leeg." in asked(str(tmp_path / "leeg.csv"))
    assert "groter dan 4 MB" in asked(str(tmp_path / "groot.csv"))


def test_unknown_strengths_are_asked_of_the_group_first(asked: Any, tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(",A,B\nA,0,?\nB,0,0\n", "utf-8")

    assert "Van 1 relatie weet de kaart richting of sterkte niet." in asked(str(path))
    found = asked(str(path), "--unknown", "--set", "A=1", "--draws", "500", "--json")
    assert found["factors"][1]["low"] < 0 < found["factors"][1]["high"]


def test_what_acts_on_itself_runs_and_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.csv"
    path.write_text(",A\nA,0.4\n", "utf-8")

    assert main([str(path), "--draws", "0", "--json"]) == 0

    out, err = capsys.readouterr()
    assert json.loads(out)["outcome"] == "fixed point"
    assert "“A” werkt op zichzelf (0,4)." in err


def test_what_goes_round_is_said_and_not_hidden(asked: Any, tmp_path: Path) -> None:
    """With A held low and then let go nothing turns; a ring with a minus never rests."""
    path = tmp_path / "m.csv"
    path.write_text(",A,B,C\nA,0,1,0\nB,-1,0,0\nC,1,0,0\n", "utf-8")
    typed = (str(path), "--set", "C=1", "--draws", "0", "--function", "trivalent")

    found = asked(*typed, "--json")

    assert (found["outcome"], found["iterations"]) == ("limit cycle", 1000)
    assert "Met wat vaststaat blijven kaarten rondgaan (1 van de 1)." in asked(*typed)
    wandering = asked(*typed, "--steps", "2")
    assert "Met wat vaststaat komen kaarten niet tot rust (1 van de 1)." in wandering


def test_the_command_starts_without_settings_database_or_apps(kaart: str) -> None:
    program = "import sys; from config.cli import main; sys.argv[1:1] = ['whatif']; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, kaart, *HELD, "--draws", "0", "--json"],
        env={"DATABASE_URL": "postgres://nowhere.invalid/none"},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )

    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["outcome"] == "fixed point"


def test_a_published_map_gives_what_fcmpy_gives_on_the_command_line(
    asked: Any, tmp_path: Path
) -> None:
    """Its values by FCMpy 0.0.21 from 0.5; a factor that acts on itself is part of it."""
    stored = Path(__file__).parents[2] / "stats" / "tests" / "published_maps.json"
    weights = json.loads(stored.read_text("utf-8"))["maps"]["example of the package fcm"]["weights"]
    names = [f"C{number}" for number in range(1, 9)]
    rows = [[name, *map(str, row)] for name, row in zip(names, weights, strict=True)]
    path = tmp_path / "fcm.csv"
    path.write_text("\n".join(",".join(row) for row in [["", *names], *rows]), "utf-8")

    found = asked(str(path), "--draws", "0", "--rule", "modified", "--json")

    assert found["iterations"] == 16
    assert [one["baseline"] for one in found["factors"]] == pytest.approx(
        [
            *(0.7258081812780924, 0.7907245373394708, 0.7693910539809174, 0.8123903922037704),
            *(0.8193242969301742, 0.8398587602144374, 0.9099758010950458, 0.9557867443394882),
        ],
        abs=1e-9,
    )


def test_help_has_the_tables(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    assert TABLES.strip() in capsys.readouterr().out


def test_the_tables_in_help_and_on_the_page_say_what_the_code_does() -> None:
    page = (Path(__file__).parents[3] / "docs" / "what-if.md").read_text("utf-8")

    assert all(word in TABLES and word in page for word in WORDS if word != "medium")
