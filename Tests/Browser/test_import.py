"""An officer brings in lists, and the count that everybody sees changes."""

import csv

import pytest
from playwright.sync_api import expect

import lists


@pytest.mark.parametrize(
    "partner, name, scripts", [("shopee", "shopee.csv", True), ("dinas-koperasi", "dinas-koperasi.xlsx", False)],
    ids=["with JavaScript", "without JavaScript"])
def test_a_list_becomes_a_figure_on_the_dashboard(open_page, samples, partner, name, scripts):
    anybody = open_page(scripts=scripts)
    anybody.goto("/")
    claimed, distinct = lists.figure(anybody, "m1"), lists.figure(anybody, "m2")

    officer = open_page("officer", scripts=scripts)
    address = lists.send(officer, partner, samples / name)
    expect(officer.locator("main")).to_contain_text(name)
    lists.try_out(officer, address)
    expect(officer.locator("main h1")).to_be_visible()
    anybody.reload()
    assert lists.figure(anybody, "m1") == claimed, "a dry run stores nothing"

    lists.store(officer, address)
    anybody.reload()
    assert lists.figure(anybody, "m1") >= claimed + 150
    assert distinct < lists.figure(anybody, "m2") <= distinct + lists.figure(anybody, "m1") - claimed


def test_the_same_list_again_changes_nothing(open_page, samples):
    anybody, officer = open_page(), open_page("officer")

    def bring_in() -> tuple[int, int]:
        address = lists.send(officer, "shopee", samples / "shopee.csv")
        lists.try_out(officer, address)
        lists.store(officer, address)
        anybody.goto("/")
        return lists.figure(anybody, "m1"), lists.figure(anybody, "m2")

    assert bring_in() == bring_in()


def test_a_file_that_is_no_list_is_refused_with_a_sentence(open_page, tmp_path):
    officer = open_page("officer")
    officer.goto("/office/imports/new")
    report = tmp_path / "laporan.pdf"
    report.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
    officer.set_input_files("#file", report)
    officer.click("main form button")
    expect(officer.locator("[role=alert]")).to_contain_text("PDF")
    # The browser counts a refusal among its errors.
    officer.mistakes.clear()


def test_a_business_is_found_by_its_phone(open_page, samples):
    officer = open_page("officer")
    address = lists.send(officer, "tokopedia", samples / "tokopedia.csv")
    lists.try_out(officer, address)
    lists.store(officer, address)
    with (samples / "tokopedia.csv").open(encoding="cp1252") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    phone = next(column for column in rows[0] if column and ("telp" in column.lower() or "hp" in column.lower().split()))
    number = next(row[phone] for row in rows if row[phone].startswith("08") and row[phone].isdigit())
    officer.goto("/office/search")
    officer.fill("input[name=q]", number)
    officer.click("main form button")
    expect(officer.locator("main")).to_contain_text("Dibaca sebagai nomor telepon.")
    officer.locator("main table a").first.click()
    expect(officer.locator("main")).to_contain_text("Wulan Prasetyo")
    assert number not in officer.content().replace(" ", ""), "the number itself is masked"
