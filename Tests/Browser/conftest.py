"""A server with a small simulated programme, and a browser to look at it with.

The command is the one that NAIKKELAS names; Debian's Chromium is used, so that no browser has to be fetched.
"""

import base64
import dataclasses
import hashlib
import hmac
import json
import os
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUSINESSES = 300
PATIENCE = 300  # seconds until a debug build on a busy machine has built its demo


@dataclasses.dataclass
class Account:
    """Somebody who can sign in, as `naikkelas demo` writes them down."""

    role: str
    name: str
    signs_in_with: str
    secret: str
    one_time_key: str | None
    _last_step: int = 0

    def one_time_code(self) -> str:
        """The next code that has not been used (RFC 6238); waits for it if it must."""
        while (step := int(time.time()) // 30) == self._last_step:
            time.sleep(0.5)
        self._last_step = step
        key = base64.b32decode(self.one_time_key + "=" * (-len(self.one_time_key) % 8))
        digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
        offset = digest[-1] & 0xF
        return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


@dataclasses.dataclass
class Server:
    """A running server."""

    url: str
    command: str
    database: str
    accounts: dict[str, Account]

    def run(self, *arguments: str) -> str:
        """What the command says when it is run on the server's database."""
        done = subprocess.run(
            [self.command, *arguments, "--database", self.database], check=True, capture_output=True, text=True)
        return done.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(process: subprocess.Popen, url: str, log: pathlib.Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}:\n{log.read_text()[-4000:]}")
        try:
            with urllib.request.urlopen(f"{url}/ready", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server was not ready after {PATIENCE} s:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A demo of a few hundred businesses on a free port."""
    command = os.environ.get("NAIKKELAS") or shutil.which("naikkelas")
    if not command:
        pytest.fail("say in NAIKKELAS where the naikkelas command is, or run make browser-test")
    folder = tmp_path_factory.mktemp("demo")
    data, log = folder / "data", folder / "server.log"
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with log.open("w") as output:
        process = subprocess.Popen(
            [command, "demo", "--businesses", str(BUSINESSES), "--port", str(port), "--data", str(data)],
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=folder)
    try:
        wait_until_ready(process, url, log)
        entries = json.loads((data / "accounts.json").read_text())
        accounts = {
            entry["role"]: Account(
                entry["role"], entry["name"], entry["signsInWith"], entry["secret"], entry.get("oneTimeKey"))
            for entry in entries
        }
        yield Server(url, command, f"sqlite:{data}/demo.sqlite", accounts)
    finally:
        process.terminate()
        try:
            assert process.wait(timeout=60) == 0, f"the server did not stop in order:\n{log.read_text()[-4000:]}"
        finally:
            process.kill()


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@dataclasses.dataclass
class Desk:
    """Makes pages as somebody at a desk, or on the road, sees them."""

    chromium: object
    server: Server
    _states: dict[str, dict] = dataclasses.field(default_factory=dict)

    def sign_in(self, role: str, page: Page) -> None:
        """Signs in by hand, through the door for phones or that of the staff."""
        account = self.server.accounts[role]
        if account.one_time_key is None:
            page.goto("/sign-in")
            page.fill("#phone", account.signs_in_with)
            page.fill("#pin", account.secret)
            page.click("main form button")
            expect(page).not_to_have_url(re.compile("/sign-in"))
            return
        page.goto("/office")
        page.fill("#name", account.signs_in_with)
        page.fill("#password", account.secret)
        page.fill("#code", account.one_time_code())
        page.click("main form button")
        expect(page).to_have_url(f"{self.server.url}/office")

    def open(self, role: str | None = None, width: int = 1280, theme: str = "light", scripts: bool = True) -> Page:
        """A new page for somebody with this role, or for anybody. Roles sign in once, because a code lets in once."""
        state = None
        if role and role not in self._states:
            door = self.open()
            self.sign_in(role, door)
            self._states[role] = door.context.storage_state()
            door.context.close()
        if role:
            state = self._states[role]
        context = self.chromium.new_context(
            base_url=self.server.url, locale="id-ID", viewport={"width": width, "height": 900 if width > 600 else 740},
            color_scheme=theme, java_script_enabled=scripts, storage_state=state)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.mistakes = []
        page.on("pageerror", lambda error: page.mistakes.append(str(error)))
        page.on("console", lambda message: page.mistakes.append(message.text) if message.type == "error" else None)
        return page


@pytest.fixture(scope="session")
def desk(server, chromium):
    return Desk(chromium, server)


@pytest.fixture
def open_page(desk):
    """Opens pages that fail the test if the browser complains of them, and closes them afterwards."""
    opened: list[Page] = []

    def open_one(*arguments, **options) -> Page:
        opened.append(desk.open(*arguments, **options))
        return opened[-1]

    yield open_one
    mistakes = [mistake for page in opened for mistake in page.mistakes]
    for page in opened:
        page.context.close()
    assert not mistakes, mistakes


@pytest.fixture
def page(open_page):
    """A page on a desk, in Indonesian, for whoever comes by."""
    return open_page()


@pytest.fixture(scope="session")
def samples() -> pathlib.Path:
    """The folder of sample lists."""
    return ROOT / "Samples"
