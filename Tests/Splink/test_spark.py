"""The same on Spark, small: what Docs/linkage-on-spark.md shows."""

import os

import exported
import lists
import pytest

pyspark = pytest.importorskip("pyspark")

COMMAND = os.environ["NAIKKELAS"]
pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    session = (
        SparkSession.builder.master("local[2]").config("spark.jars", similarity_jar_location())
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.sql.shuffle.partitions", "2").config("spark.default.parallelism", "2").getOrCreate()
    )
    yield session
    session.stop()


def test_persons_weigh_the_same_on_spark(spark, tmp_path):
    from splink import Linker
    from splink.backends.spark import SparkAPI

    lists.write_persons(tmp_path / "persons.csv", seed=9, people=400)
    folder = exported.export(COMMAND, tmp_path, [tmp_path / "persons.csv"], lists.PERSONS, dialect="spark")
    for statement in exported.statements((folder / "load.sql").read_text().replace("path '", f"path '{folder}/")):
        spark.sql(statement)
    api = SparkAPI(spark_session=spark, break_lineage_method="parquet", num_partitions_on_repartition=2)
    spark.sparkContext.setCheckpointDir(str(tmp_path / "checkpoints"))
    linker = Linker(api.register(spark.table("rows")), str(folder / "settings.json"), log_level=40)
    for file in folder.glob("tf_*.csv"):
        linker.table_management.register_term_frequency_lookup(api.register(spark.table(file.stem)), file.stem.removeprefix("tf_"))
    linker.inference.predict().as_spark_dataframe().createOrReplaceTempView("predictions")
    spark.sql(exported.statements((folder / "correction.sql").read_text())[0])
    found = {
        (min(row.row_l, row.row_r), max(row.row_l, row.row_r)): row.corrected_weight
        for row in spark.sql("SELECT row_l, row_r, corrected_weight FROM corrected").collect()
    }
    pairs = {pair: weight for pair, weight in exported.check_pairs(folder).items() if pair in found}
    assert len(pairs) > 100
    alike = sum(abs(weight - found[pair]) <= 0.01 for pair, weight in pairs.items()) / len(pairs)
    print("persons on Spark within .01 bit:", alike, "of", len(pairs))
    assert alike >= 0.99
