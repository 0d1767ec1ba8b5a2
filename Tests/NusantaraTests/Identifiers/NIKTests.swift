import Testing

@testable import Nusantara

/// The day on which all tests of this folder are held.
let today = CalendarDate(dayNumber: 20_780)  // 23 November 2026

@Suite("NIK")
struct NIKTests {
    @Test("the published example is read: a man born on 12 November 1987, registered in 36.02.04")
    func publishedExample() throws {
        let parsed = NIK.parse("3602041211870001", today: today)
        let nik = try #require(parsed.value)
        #expect(nik.digits == "3602041211870001")
        #expect(nik.regionPrefix == "360204")
        #expect(nik.birthDate == CalendarDate(year: 1987, month: 11, day: 12))
        #expect(nik.sex == .male)
        #expect(nik.masked == "3602********0001")
        #expect(parsed.notices.isEmpty)
    }

    @Test("forty is taken from a woman's day of birth")
    func woman() throws {
        let nik = try #require(NIK.parse("3273045708920003", today: today).value)
        #expect(nik.sex == .female)
        #expect(nik.birthDate == CalendarDate(year: 1992, month: 8, day: 17))
    }

    @Test(
        "spaces, dots, apostrophes, labels and full-width digits do no harm",
        arguments: [
            "3602 0412 1187 0001", "'3602041211870001", "36.02.04.121187.0001", "NIK: 3602041211870001", "=\"3602041211870001\"",
            " 3602-0412-1187-0001 ", "３６０２０４１２１１８７０００１", "\u{200B}3602041211870001",
        ])
    func punctuation(text: String) {
        let parsed = NIK.parse(text, today: today)
        #expect(parsed.value?.digits == "3602041211870001")
        #expect(parsed.notices.isEmpty)
    }

    @Test("letters that look like digits are read as digits and reported")
    func letters() {
        let parsed = NIK.parse("36O2O41211B70001", today: today)
        #expect(parsed.value?.digits == "3602041211870001")
        #expect(parsed.notices.map(\.code) == ["nik.letters"])
    }

    @Test(
        "what cannot be a NIK is refused with its reason",
        arguments: [
            ("360204121187001", "nik.length"), ("36020412118700011", "nik.length"), ("3.60204121187E+15", "nik.spreadsheet"),
            ("3,6E+15", "nik.spreadsheet"), ("3602043211870001", "nik.date"), ("3602041213870001", "nik.date"),
            ("3602043002870001", "nik.date"), ("3602047202870001", "nik.date"), ("3602040011870001", "nik.date"),
            ("3602041211870000", "nik.serial"), ("tidak punya KTP 36", "nik.characters"), ("OOOOSSSSBBBBIIII", "nik.characters"),
        ])
    func refusals(text: String, code: String) {
        guard case .refused(let notice) = NIK.parse(text, today: today) else {
            Issue.record("\(text) was not refused")
            return
        }
        #expect(notice.code == code)
    }

    @Test("a NIK of 15 digits is refused and says why in both languages")
    func lengthMessage() {
        let notice = NIK.parse("360204121187001", today: today).notices.first
        #expect(notice?.indonesian.hasPrefix("NIK harus 16 angka; di sini ada 15.") == true)
        #expect(notice?.english.contains("this one has 15") == true)
    }

    @Test("a last digit of 0 is doubted, for spreadsheets make it so")
    func trailingZero() {
        let parsed = NIK.parse("3602041211870010", today: today)
        #expect(parsed.value != nil)
        #expect(parsed.notices.map(\.code) == ["nik.spreadsheet"])
    }

    @Test("a number that passed through a data frame keeps its sixteen digits")
    func dataFrame() {
        let parsed = NIK.parse("3602041211870001.0", today: today)
        #expect(parsed.value?.digits == "3602041211870001")
        #expect(parsed.notices.map(\.code) == ["nik.spreadsheet"])
    }

    @Test("a region that never was is only noticed; one that was is not")
    func region() {
        #expect(NIK.parse("9901041211870001", today: today).notices.map(\.code) == ["nik.region"])
        #expect(NIK.parse("9101011211870001", today: today).notices.isEmpty)
    }

    @Test("the century makes its holder 15 to 100 years old, and a child's number is noticed")
    func century() {
        #expect(NIK.parse("3602041211110001", today: today).value?.birthDate == CalendarDate(year: 2011, month: 11, day: 12))
        #expect(NIK.parse("3602042411110001", today: today).notices.map(\.code) == ["nik.age"])
        #expect(NIK.parse("3602041211300001", today: today).value?.birthDate == CalendarDate(year: 1930, month: 11, day: 12))
        let child = NIK.parse("3602041211200001", today: today)
        #expect(child.value?.birthDate == CalendarDate(year: 2020, month: 11, day: 12))
        #expect(child.notices.map(\.code) == ["nik.age"])
        #expect(NIK.parse("3602042902000001", today: today).value?.birthDate == CalendarDate(year: 2000, month: 2, day: 29))
    }

    @Test(
        "cells filled in for form's sake are absent",
        arguments: [
            "", " ", "-", "--", ".", "x", "XXX", "0", "000", "tidak ada", "Tidak Ada.", "N/A", "#N/A", "null", "belum punya", "—", "nihil",
        ])
    func absent(text: String) {
        #expect(NIK.parse(text, today: today) == .absent)
    }
}
