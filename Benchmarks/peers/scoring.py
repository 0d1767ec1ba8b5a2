"""How well clusters agree with the truth, pair by pair, and what the process has used."""
import resource


def pairwise(connection, clusters, truth):
    """Precision, recall, F1 and the number of clusters; both tables have the column `id`, one `cluster_id`, the other `entity`."""
    pairs = lambda column: f"(SELECT coalesce(sum(n * (n - 1) / 2), 0) FROM (SELECT count(*) n FROM both_sides GROUP BY {column}))"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE both_sides AS SELECT cluster_id, entity FROM {clusters} JOIN {truth} USING (id)"
    ).fetchall()
    together, linked, same, count = connection.execute(
        f"SELECT {pairs('cluster_id, entity')}, {pairs('cluster_id')}, {pairs('entity')}, count(DISTINCT cluster_id) FROM both_sides"
    ).fetchall()[0]
    precision, recall = float(together) / max(1, float(linked)), float(together) / max(1, float(same))
    return precision, recall, 2 * precision * recall / max(1e-12, precision + recall), count


def peak_mebibytes():
    """The most memory that this process has held at once, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
