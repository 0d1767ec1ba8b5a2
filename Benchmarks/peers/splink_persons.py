"""splink_persons.py PERSONS.csv TRUTH.csv: Splink on DuckDB with the settings that its tutorials advise for persons.

Prints one line of JSON: seconds of reading, of linking and clustering, peak memory, and the best F1 over several thresholds. The clustering at the
best threshold alone counts as work, so that trying the others does not tell against Splink.
"""
import json
import sys
import time

import duckdb
import splink.comparison_library as cl
from scoring import pairwise, peak_mebibytes
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]

persons, truth = sys.argv[1:3]
connection = duckdb.connect()
connection.execute("SET threads TO 2")

started = time.perf_counter()
connection.execute(
    """
    CREATE TABLE persons AS SELECT id, nullif(lower(trim(given_name)), '') given_name, nullif(lower(trim(family_name)), '') family_name,
        nullif(birth_date, '') birth_date, nullif(postcode, '') postcode,
        nullif(regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(62|0)', ''), '') phone
    FROM read_csv(?, header = true, all_varchar = true)
    """,
    [persons],
).fetchall()
connection.execute("CREATE TABLE truth AS SELECT * FROM read_csv(?, header = true, all_varchar = true)", [truth]).fetchall()
reading = time.perf_counter() - started

started = time.perf_counter()
settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="id",
    blocking_rules_to_generate_predictions=[
        block_on("given_name", "family_name"),
        block_on("birth_date"),
        block_on("given_name", "postcode"),
        block_on("family_name", "postcode"),
        block_on("phone"),
    ],
    comparisons=[
        cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("family_name").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("birth_date", input_is_string=True),
        cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
    ],
    retain_matching_columns=False,
)
api = DuckDBAPI(connection)
linker = Linker(api.register("persons"), settings, log_level=40)
linker.training.estimate_probability_two_random_records_match(
    [block_on("given_name", "family_name", "birth_date"), block_on("phone", "family_name"), block_on("birth_date", "phone")], recall=0.8
)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("given_name", "family_name"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
predictions = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
linking = time.perf_counter() - started

best = None
for threshold in THRESHOLDS:
    started = time.perf_counter()
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=threshold)
    seconds = time.perf_counter() - started
    precision, recall, f1, count = pairwise(connection, clusters.physical_name, "truth")
    if best is None or f1 > best["f1"]:
        best = dict(threshold=threshold, precision=precision, recall=recall, f1=f1, clusters=count, seconds=linking + seconds)
entities = connection.execute("SELECT count(DISTINCT entity) FROM truth").fetchall()[0][0]
print(json.dumps(dict(best, entities=entities, reading=reading, peak_mebibytes=peak_mebibytes())))
