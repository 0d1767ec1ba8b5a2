"""Splink on DuckDB weighs pairs as naikkelas does, by the exported settings."""

import os

import duckdb
import exported
import lists
import pandas
import pytest
from splink import DuckDBAPI, Linker

COMMAND = os.environ["NAIKKELAS"]


def load(folder):
    """A linker over the exported rows, and its connection."""
    connection = duckdb.connect()
    loading = (folder / "load.sql").read_text().replace("read_csv('", f"read_csv('{folder}/")
    for statement in exported.statements(loading):
        connection.execute(statement)
    api = DuckDBAPI(connection)
    linker = Linker(api.register("rows"), str(folder / "settings.json"), log_level=40)
    for file in folder.glob("tf_*.csv"):
        linker.table_management.register_term_frequency_lookup(api.register(file.stem), file.stem.removeprefix("tf_"))
    return connection, api, linker


def weights(folder, predictions, connection):
    """The weight of each pair that Splink predicted, corrected where the export says how."""
    column, table = "match_weight", predictions.physical_name
    if (folder / "correction.sql").exists():
        connection.execute(f"CREATE VIEW predictions AS SELECT * FROM {table}")
        connection.execute((folder / "correction.sql").read_text())
        column, table = "corrected_weight", "corrected"
    rows = connection.execute(f"SELECT row_l, row_r, {column} FROM {table}").fetchall()
    return {(min(left, right), max(left, right)): weight for left, right, weight in rows}


def compare(folder):
    """Weights of the same pairs here and there, and the pairs that Splink's own blocking finds."""
    connection, api, linker = load(folder)
    found = weights(folder, linker.inference.predict(), connection)
    pairs = exported.check_pairs(folder)
    connection, api, linker = load(folder)
    blocked = pandas.DataFrame([(first, second, "0") for first, second in pairs], columns=["join_key_l", "join_key_r", "match_key"])
    linker.table_management.register_blocked_pairs_for_predict(api.register(blocked))
    weighed = weights(folder, linker.inference.predict(), connection)
    return pairs, weighed, found


def share(pairs, weighed, bits):
    return sum(abs(weight - weighed[pair]) <= bits for pair, weight in pairs.items()) / len(pairs)


@pytest.fixture(scope="module")
def persons(tmp_path_factory):
    folder = tmp_path_factory.mktemp("persons")
    lists.write_persons(folder / "persons.csv", seed=7, people=3000)
    return compare(exported.export(COMMAND, folder, [folder / "persons.csv"], lists.PERSONS))


def test_persons_weigh_the_same(persons):
    pairs, weighed, _ = persons
    assert len(pairs) > 1000
    assert weighed.keys() == pairs.keys()
    print("persons within .01 bit:", share(pairs, weighed, 0.01), "of", len(pairs))
    assert share(pairs, weighed, 0.01) >= 0.99


def test_blocking_finds_the_likely_pairs(persons):
    pairs, _, found = persons
    likely = [pair for pair, weight in pairs.items() if weight > 0]
    assert len(likely) > 50
    assert sum(pair in found for pair in likely) / len(likely) >= 0.98


def test_businesses_weigh_nearly_the_same(tmp_path):
    files = [exported.ROOT / "Samples" / name for name in lists.BUSINESS_LISTS]
    pairs, weighed, found = compare(exported.export(COMMAND, tmp_path, files, lists.BUSINESSES))
    assert len(pairs) > 500
    assert weighed.keys() == pairs.keys()
    decided = sum((weight > 0) == (weighed[pair] > 0) for pair, weight in pairs.items()) / len(pairs)
    print("businesses within .01, .5 bit:", share(pairs, weighed, 0.01), share(pairs, weighed, 0.5), "decided alike", decided, "of", len(pairs))
    assert share(pairs, weighed, 0.01) >= 0.8
    assert decided >= 0.99
