"""What `naikkelas link export-splink` wrote, loaded and run as Docs/linkage-on-spark.md says."""

import csv
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def naikkelas(command, *arguments):
    """Runs the command; its words are shown where it fails."""
    done = subprocess.run([command, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stderr


def export(command, folder, lists, model, dialect="duckdb"):
    """Trains a model on the lists and exports it; the folder of the export."""
    (folder / "small.json").write_text(json.dumps(model))
    naikkelas(command, "link", "train", *lists, "--model", folder / "small.json", "--output", folder / "model.json")
    naikkelas(command, "link", "export-splink", *lists, "--model", folder / "model.json", "--output", folder / dialect, "--dialect", dialect)
    return folder / dialect


def statements(text):
    return [statement for statement in text.split(";\n") if statement.strip()]


def check_pairs(folder):
    """The pairs of check.csv with the weight that they have in naikkelas."""
    with open(folder / "check.csv") as file:
        return {(int(row["first"]), int(row["second"])): float(row["weight"]) for row in csv.DictReader(file)}
