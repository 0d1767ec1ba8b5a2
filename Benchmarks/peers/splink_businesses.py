"""splink_businesses.py FOLDER: Splink on DuckDB with its usual settings on the five partners' lists of `benchmarks write`.

Columns are brought under common names and cleaned as its guides advise: lower case, no punctuation, digits of phones. Prints one line of JSON: seconds
of reading, of linking and clustering, peak memory, and the best F1 over several thresholds; only rows whose id one business bears are judged.
"""
import csv
import io
import json
import pathlib
import re
import sys
import time

import duckdb
import openpyxl
import pandas
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from scoring import pairwise, peak_mebibytes
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999, 0.999999]
LISTS = ["shopee.csv", "tokopedia.csv", "gofood.tsv", "dinas-koperasi.xlsx", "dts.csv"]
COLUMNS = {
    "own_id": ["shop_id", "ID Toko", "merchant_id", "Kode UMKM", "ID Peserta"],
    "business": ["shop_name", "Nama Toko", "merchant_name", "Nama Usaha"],
    "owner": ["owner_name", "Nama Pemilik", "owner", "Nama Lengkap"],
    "phone": ["phone", "No. HP", "No. Telp/HP", "No. WhatsApp"],
    "city": ["city", "Kota/Kabupaten", "Kabupaten/Kota"],
    "district": ["district", "Kecamatan"],
    "address": ["address", "Alamat", "Alamat Usaha", "Alamat Domisili"],
    "email": ["email"],
}


def rows(path):
    if path.suffix == ".xlsx":
        yield from ([str(cell or "") for cell in row] for row in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True))
        return
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    head = text[:5000]
    yield from csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))


def clean(text):
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip() or None


def read(folder):
    records = []
    for name in LISTS:
        path = pathlib.Path(folder, name)
        places = None
        for row in rows(path):
            if places is None:
                found = {field: [row.index(header) for header in headers if header in row] for field, headers in COLUMNS.items()}
                if found["own_id"]:
                    places = {field: at[0] for field, at in found.items() if at}
                continue
            cells = {field: row[at] if at < len(row) else "" for field, at in places.items()}
            record = {field: clean(cells.get(field, "")) for field in COLUMNS}
            record["own_id"] = cells["own_id"].strip()
            record["phone"] = re.sub(r"^(62|0)+", "", re.sub(r"\D", "", cells.get("phone", ""))) or None
            record["city"] = re.sub(r"^(kota administrasi|kota|kabupaten|kab|kodya) ", "", record["city"] or "") or None
            record["email"] = cells.get("email", "").lower().strip() or None
            record["source"] = path.stem
            records.append(record)
    table = pandas.DataFrame(records)
    table["id"] = range(len(table))
    return table


folder = sys.argv[1]
connection = duckdb.connect()
connection.execute("SET threads TO 2")
started = time.perf_counter()
table = read(folder)
connection.register("frame", table)
connection.execute("CREATE TABLE businesses AS SELECT * FROM frame").fetchall()
connection.execute(
    """
    CREATE TABLE truth AS SELECT b.id, any_value(t.business) entity FROM businesses b
    JOIN read_csv(?, header = true, all_varchar = true) t ON t.partner = b.source AND t.external_id = b.own_id
    WHERE b.own_id <> '' AND t.business IS NOT NULL GROUP BY b.id HAVING count(DISTINCT t.business) = 1
    """,
    [f"{folder}/truth.csv"],
).fetchall()
reading = time.perf_counter() - started

started = time.perf_counter()
settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="id",
    blocking_rules_to_generate_predictions=[
        block_on("phone"),
        block_on("email"),
        block_on("business", "city"),
        block_on("owner", "city"),
        block_on("address"),
    ],
    comparisons=[
        cl.JaroWinklerAtThresholds("business", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("owner", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        cl.CustomComparison(
            output_column_name="phone",
            comparison_levels=[cll.NullLevel("phone"), cll.ExactMatchLevel("phone", term_frequency_adjustments=True),
                               cll.LevenshteinLevel("phone", 1), cll.ElseLevel()],
        ),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.ExactMatch("district").configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("address", [0.92, 0.8]),
        cl.ExactMatch("email"),
    ],
    retain_matching_columns=False,
)
api = DuckDBAPI(connection)
linker = Linker(api.register("businesses"), settings, log_level=40)
linker.training.estimate_probability_two_random_records_match([block_on("phone", "owner"), block_on("business", "owner", "city")], recall=0.6)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("phone"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("owner", "city"))
predictions = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
linking = time.perf_counter() - started

best = None
for threshold in THRESHOLDS:
    started = time.perf_counter()
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=threshold)
    seconds = time.perf_counter() - started
    precision, recall, f1, _ = pairwise(connection, clusters.physical_name, "truth")
    count = connection.execute(f"SELECT count(DISTINCT cluster_id) FROM {clusters.physical_name}").fetchall()[0][0]
    if best is None or f1 > best["f1"]:
        best = dict(threshold=threshold, precision=precision, recall=recall, f1=f1, clusters=count, seconds=linking + seconds)
print(json.dumps(dict(best, reading=reading, peak_mebibytes=peak_mebibytes())))
