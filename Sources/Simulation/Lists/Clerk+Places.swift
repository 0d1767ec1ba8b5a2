import Nusantara

extension Clerk {
    /// How much of an address stands in one cell.
    enum AddressExtent { case street, streetAndVillage }

    /// The address in one line, with the abbreviations that come to hand.
    mutating func address(_ extent: AddressExtent) -> Cell {
        let business = subject.business
        let parts = PlaceNames.street(seed: business.streetSeed)
        var text: [String] = []
        if let street = parts.street {
            text.append(generator.pick(["Jl.", "Jl", "Jln.", "Jalan", "Jl.", "JL."]) + " " + street)
            if parts.house > 0 { text.append(generator.pick(["No.", "No", "no.", "Nomor", "No."]) + " \(parts.house)") }
        }
        if let hamlet = parts.hamlet { text.append(hamletWord() + " " + hamlet) }
        if generator.happens(0.72) { text.append(neighbourhood(parts.neighbourhood, parts.ward)) }
        if extent == .streetAndVillage {
            let village = places.villageName(Int(business.village), in: Int(business.regency))
            text.append(generator.pick(["Ds. ", "Desa ", "Kel. ", "", "Kel. "]) + village)
        }
        if let landmark = parts.landmark { text.append(generator.happens(0.5) ? "(\(landmark))" : landmark) }
        let separator = generator.happens(0.3) ? ", " : " "
        return maybe(typed(text.joined(separator: separator)), missing: habits.missingValue * 1.4)
    }

    private mutating func hamletWord() -> String {
        switch places.provinces[Int(subject.business.regency)] {
        case 51: generator.pick(["Br.", "Banjar", "Br"])
        case 13: generator.pick(["Jorong", "Jrg."])
        case 11: generator.pick(["Dusun", "Gp."])
        case 32, 36, 31: generator.pick(["Kp.", "Kp", "Kampung", "Kamp."])
        case 33, 34: generator.pick(["Dk.", "Dukuh", "Dsn.", "Dusun"])
        default: generator.pick(["Dsn.", "Dusun", "Ds.", "Lingk."])
        }
    }

    private mutating func neighbourhood(_ neighbourhood: Int, _ ward: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
        }
        return switch generator.below(6) {
        case 0: "RT \(padded(neighbourhood, 2))/RW \(padded(ward, 2))"
        case 1: "RT.\(padded(neighbourhood, 3))/\(padded(ward, 3))"
        case 2: "RT\(padded(neighbourhood, 2))RW\(padded(ward, 2))"
        case 3: "\(padded(neighbourhood, 3))/\(padded(ward, 3))"
        case 4: "RT/RW \(neighbourhood)/\(ward)"
        default: "RT \(neighbourhood) RW \(ward)"
        }
    }

    mutating func village() -> Cell {
        let text = places.villageName(Int(subject.business.village), in: Int(subject.business.regency))
        return maybe(typed(text))
    }

    mutating func district() -> Cell {
        let text = places.districtName(ofVillage: Int(subject.business.village), in: Int(subject.business.regency))
        return maybe(typed(generator.happens(0.25) ? "Kec. \(text)" : text))
    }

    /// The regency or city: by name, by half a name, by an everyday name, or by its code.
    mutating func regency() -> Cell {
        let index = Int(subject.business.regency)
        let region = places.regencies[index]
        let code = region.code.rawValue
        if !subject.partner.isChannel, falls(for: .regionAsCode, habits.regionAsCode) {
            if generator.happens(0.5) { return .text(code) }
            let plain = places.plainCodes[index]
            return subject.partner == .dinasKoperasi ? .whole(plain) : .text(String(plain))
        }
        if let alias = Self.everydayNames[code], generator.happens(0.4) {
            note(.regionAlias)
            return .text(typed(alias))
        }
        let isCity = region.kind == .city
        // A food app knows cities, and says no more than their names.
        if falls(for: .regionWithoutKind, subject.partner == .gofood ? 0.85 : habits.regionWithoutKind) {
            if places.isAmbiguous[index] { note(.ambiguousRegion) }
            return .text(typed(region.baseName))
        }
        let short =
            (isCity ? generator.pick(["Kota ", "Kota ", "KOTA ", "Kodya "]) : generator.pick(["Kab. ", "Kab ", "KAB. ", "Kab. "]))
            + region.baseName
        return .text(typed(generator.happens(0.5) ? region.name : short))
    }

    mutating func province() -> Cell {
        let index = Int(subject.business.regency)
        let code = places.provinces[index]
        if let short = Self.provinceAbbreviations[code], generator.happens(0.15) {
            note(.regionAlias)
            return .text(short)
        }
        return maybe(typed(places.provinceNames[index]), missing: habits.missingValue / 2)
    }

    mutating func postalCode() -> Cell {
        maybe(
            places.postalCode(ofVillage: Int(subject.business.village), in: Int(subject.business.regency)), missing: habits.missingValue * 2
        )
    }

    private static let everydayNames = [
        "33.72": "Solo", "34.71": "Jogja", "73.71": "Ujung Pandang", "36.74": "Tangsel", "31.71": "Jakpus", "31.72": "Jakut",
        "31.73": "Jakbar", "31.74": "Jaksel",
        "31.75": "Jaktim", "32.17": "KBB", "35.78": "Sby", "32.73": "Bdg", "12.71": "Mdn", "16.02": "OKI", "16.01": "OKU",
        "73.10": "Pangkep", "76.04": "Polman",
    ]
    private static let provinceAbbreviations = [
        31: "DKI", 32: "Jabar", 33: "Jateng", 34: "DIY", 35: "Jatim", 12: "Sumut", 13: "Sumbar", 16: "Sumsel", 19: "Babel", 21: "Kepri",
        52: "NTB", 53: "NTT", 61: "Kalbar",
        62: "Kalteng", 63: "Kalsel", 64: "Kaltim", 65: "Kaltara", 71: "Sulut", 72: "Sulteng", 73: "Sulsel", 74: "Sultra", 76: "Sulbar",
        82: "Malut",
    ]
}
