"""Thunderbird without a screen, driven over Marionette: length-prefixed JSON on a socket."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

THUNDERBIRD = shutil.which("thunderbird")

#: A new profile that asks nothing, shows no start page and calls nobody.
_PREFERENCES: dict[str, Any] = {
    "app.update.enabled": False,
    "browser.dom.window.dump.enabled": False,
    "calendar.timezone.local": "UTC",
    "calendar.timezone.useSystemTimezone": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "mail.rights.version": 1,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 0,
    "toolkit.telemetry.enabled": False,
}


class Marionette:
    """One session: ``run`` executes JavaScript with the rights of the program."""

    def __init__(self, port: int, running: subprocess.Popen[bytes], patience: float = 60) -> None:
        until = time.monotonic() + patience
        while True:
            try:
                self._socket = socket.create_connection(("127.0.0.1", port), timeout=patience)
                break
            except OSError:
                if running.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.1)
        self._number = 0
        self._read()  # says which protocol it speaks
        self._ask("WebDriver:NewSession", {"capabilities": {}})
        self._ask("Marionette:SetContext", {"value": "chrome"})
        self._ask("WebDriver:SetTimeouts", {"script": int(patience * 1000)})

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of an async function returns.

        Raises:
            RuntimeError: the script failed.
        """
        body = (
            "const answer = arguments[arguments.length - 1];"
            f"(async (...given) => {{ {script} }})(...arguments)"
            ".then((value) => answer({ value }), (error) => answer({ error: `${error}` }));"
        )
        told = self._ask("WebDriver:ExecuteAsyncScript", {"script": body, "args": arguments})
        if "error" in told["value"]:
            raise RuntimeError(told["value"]["error"])
        return told["value"].get("value")

    def close(self) -> None:
        self._socket.close()

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        data = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(data), data))
        _, number, error, result = self._read()
        assert number == self._number
        if error:
            raise RuntimeError(f"{command}: {error.get('message', error)}")
        return result

    def _read(self) -> Any:
        length = b""
        while (sign := self._take(1)) != b":":
            length += sign
        return json.loads(self._take(int(length)))

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            more = self._socket.recv(count - len(taken))
            if not more:
                raise ConnectionError("Thunderbird hung up")
            taken += more
        return taken


@contextmanager
def thunderbird(folder: Path) -> Iterator[Marionette]:
    """A running Thunderbird with a profile of its own in ``folder``, gone afterwards."""
    assert THUNDERBIRD is not None
    profile = folder / "profile"
    profile.mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    lines = {**_PREFERENCES, "marionette.port": port}.items()
    text = "".join(f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in lines)
    (profile / "user.js").write_text(text, "utf-8")
    with (folder / "log.txt").open("wb") as log:
        running = subprocess.Popen(
            [
                *(THUNDERBIRD, "--headless", "--no-remote", "--profile", str(profile)),
                *("--marionette", "--remote-allow-system-access"),
            ],
            stdout=log,
            stderr=log,
            env={**os.environ, "HOME": str(folder), "TZ": "UTC", "MOZ_CRASHREPORTER_DISABLE": "1"},
        )
        try:
            client = Marionette(port, running)
            yield client
            client.close()
        finally:
            running.terminate()
            try:
                running.wait(timeout=15)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
