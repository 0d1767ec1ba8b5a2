"""An issuer with keys, and certificates of its, made by the command that NAIKKELAS names."""

import dataclasses
import json
import os
import pathlib
import subprocess

import pytest

COMMAND = os.environ.get("NAIKKELAS", "naikkelas")
ISSUER = "https://naikkelas.example/issuer"
CERTIFICATE_ID = "0198c7a2-1234-7abc-8def-0123456789ab"
IDENTITY = "3273014107900001"


def run(*arguments: str, expected: int = 0, given: str | None = None) -> str:
    """What the command prints; fails if it ends with another status than expected."""
    done = subprocess.run([COMMAND, *arguments], input=given, capture_output=True, text=True, timeout=120)
    assert done.returncode == expected, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@dataclasses.dataclass
class Issuer:
    """A folder of keys, and one certificate in every form."""

    folder: pathlib.Path
    jwt: str
    rs256: str
    json_text: str
    compact: str

    @property
    def history(self) -> dict:
        return json.loads((self.folder / "history.json").read_text())

    def verify(self, text: str, *options: str, expected: int = 0) -> dict:
        arguments = ["verify", "-", "--keys", str(self.folder / "history.json"), "--format", "json", *options]
        return json.loads(run(*arguments, expected=expected, given=text))


@pytest.fixture(scope="session")
def issuer(tmp_path_factory) -> Issuer:
    place = tmp_path_factory.mktemp("issuer")
    keys = place / "keys"
    run("certificate", "key", "new", "--keys", str(keys), "--issuer-id", ISSUER, "--issuer-name", "Naik Kelas",
        "--issuer-url", "https://naikkelas.example/", "--on", "2026-01-01")
    run("certificate", "issue", "--keys", str(keys), "--number", "NK-2026-000123", "--name", "Siti Rahmawati, S.E. “Bu Siti”",
        "--identity", IDENTITY, "--code", "JUALAN-0", "--achievement", "Jualan online dari nol",
        "--description", "Delapan pelajaran — dari foto sampai pesanan 🛒", "--programme", "UMKM Go Online", "--kind", "competence",
        "--on", "2026-03-02", "--issued", "2026-03-01", "--expires", "2029-12-31", "--id", CERTIFICATE_ID,
        "--revocations", "https://naikkelas.example/revocations.json", "--output", str(place / "out"))
    read = lambda ending: (place / "out" / f"NK-2026-000123.{ending}").read_text().strip()
    return Issuer(keys, read("jwt"), read("rs256.jwt"), read("json"), read("nk1"))
