import Accounts
import Journey
import Linkage
import Nusantara
import Tabular

/// Reads the rows of one partner's list into claims. Pure: nothing is stored, and the same row gives the same claim.
struct RowReader: Sendable {
    let partner: Partner
    let mapping: ListMapping
    let vault: Vault
    /// The day that the list speaks of.
    let listDay: CalendarDate
    let today: CalendarDate
    private let signature: String

    init(partner: Partner, mapping: ListMapping, vault: Vault, listDay: CalendarDate, today: CalendarDate) {
        self.partner = partner
        self.mapping = mapping
        self.vault = vault
        self.listDay = listDay
        self.today = today
        signature = mapping.signature
    }

    func read(_ row: TabularRow) -> RowReading {
        var cells = RowCells(row: row, mapping: mapping)
        let business = cells.parse(.businessName, BusinessName.parse)
        var owner = cells.parse(.ownerName, PersonName.parse)
        if owner == nil, let bracketed = business?.ownerInBrackets { owner = PersonName.parse(bracketed).value }
        guard business.map({ !$0.isGeneric || owner != nil }) ?? (owner != nil) else {
            cells.refuse(.unnamedRow)
            return RowReading(line: row.line, claim: nil, findings: cells.findings)
        }

        let identifiers = readIdentifiers(&cells)
        let place = readPlace(&cells)
        let day = readDay(&cells)
        let trade = readTrade(&cells)
        let features = LinkageRecord(
            businessName: Self.withoutRegency(business?.coreTokens ?? [], place.region), businessType: business?.typeWords ?? [],
            isGenericName: business?.isGeneric ?? true, owner: owner?.tokens ?? [],
            phones: identifiers.phones.map { vault.matchKey($0.e164, of: .phone) },
            nik: identifiers.nik.map { vault.matchKey($0.digits, of: .nik) },
            nib: identifiers.nib.map { vault.matchKey($0.digits, of: .nib) },
            npwp: identifiers.npwp.map { vault.matchKey($0.digits, of: .npwp) },
            email: identifiers.email.map { vault.matchKey($0.address, of: .email) },
            account: identifiers.account.map { vault.matchKey(partner.code + " " + folded($0), of: .account) },
            region: place.region.linkageNumber, district: place.district, village: place.village,
            addressWords: place.address?.tokens ?? [], houseNumber: place.address?.houseNumber, rt: place.address?.rt.flatMap { UInt8($0) },
            rw: place.address?.rw.flatMap { UInt8($0) }, postalCode: place.postalCode, trade: trade.code, products: trade.products,
            birthDay: identifiers.birthDate.map { Int32($0.dayNumber) }, sex: identifiers.sex.map { $0 == .male ? 1 : 2 },
            source: UInt32(truncatingIfNeeded: vault.matchKey(partner.code, of: .account)))

        let phone = identifiers.phones.first?.e164
        let sealed = sealedOwner(named: owner, identifiers, phone: phone)
        guard
            let asSent = try? vault.seal(ClaimCells.encoded(row.cells), as: .claimRow)
        else {
            cells.refuse(.unreadableRow)
            return RowReading(line: row.line, claim: nil, findings: cells.findings)
        }
        let claim = PreparedClaim(
            line: row.line, externalKey: externalKey(cells, business, owner, identifiers, phone: phone, place),
            content: vault.fingerprint(signature + "\u{1F}" + row.cells.joined(separator: "\u{1F}"), of: .claimRow), asSent: asSent,
            features: features, encodedFeatures: features.encoded(),
            matchKeys: features.matchKeys, contactKeys: features.contactKeys, day: day,
            name: business.flatMap { $0.isGeneric && $0.display.isEmpty ? nil : $0.display } ?? owner?.display ?? "",
            owner: sealed, region: place.region, place: place.words, milestones: readMilestones(&cells, day: day))
        return RowReading(line: row.line, claim: claim, findings: cells.findings)
    }

    // MARK: - Identifiers

    private struct Identifiers {
        var phones: [PhoneNumber] = []
        var nik: NIK?
        var nib: NIB?
        var npwp: NPWP?
        var email: EmailAddress?
        var account: String?
        var birthDate: CalendarDate?
        var sex: Sex?
    }

    private func readIdentifiers(_ cells: inout RowCells) -> Identifiers {
        var identifiers = Identifiers()
        identifiers.phones = cells.parseAll(.phone, PhoneNumber.parseAll).flatMap(\.self)
        identifiers.nik = cells.parse(.nik) { NIK.parse($0, today: today) }
        identifiers.nib = cells.parse(.nib, NIB.parse)
        identifiers.npwp = cells.parse(.npwp) { NPWP.parse($0, today: today) }
        identifiers.email = cells.parse(.email, EmailAddress.parse)
        identifiers.account = cells.text(.account)
        identifiers.birthDate = cells.parse(.birthDate) { DateText.parse($0, today: today) } ?? identifiers.nik?.birthDate
        identifiers.sex = cells.text(.sex).flatMap { Sex.parse($0).value } ?? identifiers.nik?.sex
        return identifiers
    }

    private func sealedOwner(named name: PersonName?, _ identifiers: Identifiers, phone: String?) -> PreparedOwner? {
        guard name != nil || identifiers.nik != nil else { return nil }
        return PreparedOwner(
            name: name?.display ?? "", nikPrint: identifiers.nik.map { vault.fingerprint($0.digits, of: .nik) },
            nik: identifiers.nik.flatMap { try? vault.seal($0.digits, as: .nik) }, phone: phone.flatMap { try? vault.seal($0, as: .phone) },
            birthDay: identifiers.birthDate, sex: identifiers.sex)
    }

    /// The partner's own id; without one, who the row is about: the strongest identifier with the name, so that the same row sent again is
    /// the same claim and the owner's second shop is another.
    private func externalKey(
        _ cells: RowCells, _ business: BusinessName?, _ owner: PersonName?, _ identifiers: Identifiers, phone: String?, _ place: Place
    ) -> String {
        if let id = cells.text(.externalID) { return id }
        if let account = identifiers.account { return account }
        let name = (business?.typeWords ?? []) + (business?.coreTokens ?? [])
        let who: [String] =
            if let nib = identifiers.nib {
                [nib.digits]
            } else if let nik = identifiers.nik {
                [nik.digits] + name
            } else {
                name + ["/"] + (owner?.tokens ?? []) + [
                    "/", phone ?? identifiers.email?.address ?? "", place.region.rawValue, place.village ?? "",
                ]
            }
        return "~"
            + vault.fingerprint(who.joined(separator: " "), of: .claimRow).map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined()
    }

    // MARK: - Place

    private struct Place {
        var region = RegionCode.nation
        var district: String?
        var village: String?
        var postalCode: UInt32?
        var address: PostalAddress?
        var words = ""
    }

    private func readPlace(_ cells: inout RowCells) -> Place {
        var place = Place()
        place.region = readRegion(&cells)
        let within = place.region == .nation ? nil : place.region
        place.address = cells.parse(.address) { PostalAddress.parse($0, within: within) }
        if let found = place.address?.region, place.region.contains(found) { place.region = found }
        let village = cells.text(.village) ?? place.address?.village
        let district = cells.text(.district) ?? place.address?.district
        place.village = village.map(folded).flatMap { $0.isEmpty ? nil : $0 }
        place.district = district.map(folded).flatMap { $0.isEmpty ? nil : $0 }
        let postalCode = cells.text(.postalCode) ?? place.address?.postalCode
        place.postalCode = postalCode.flatMap { UInt32($0.filter(\.isNumber)) }.flatMap { (10_000...99_999).contains($0) ? $0 : nil }
        let named = [village, district].compactMap(\.self).joined(separator: ", ")
        place.words = named.isEmpty ? String((cells.text(.address) ?? "").prefix(80)) : named
        return place
    }

    private func readRegion(_ cells: inout RowCells) -> RegionCode {
        if let code = cells.text(.regionCode) {
            switch Regions.resolve(code: code) {
            case .current(let region), .superseded(let region, _): return region.code
            case .ambiguous, .unknown: cells.note(.regionCode, .unknownRegionCode)
            }
        }
        let provinceText = cells.text(.province)
        var province: RegionCode?
        if let provinceText {
            switch Regions.find(provinceText, as: .province) {
            case .one(let region): province = region.code
            case .ambiguous, .unknown: cells.note(.province, .unknownProvince)
            }
        }
        if let regency = cells.text(.regency) {
            switch Regions.find(regency, within: provinceText, as: .regency) {
            case .one(let region):
                return region.code
            case .ambiguous(let regions):
                cells.note(.regency, .ambiguousRegion(regions.map(\.name)))
                let parents = Set(regions.compactMap(\.code.parent))
                if province == nil, parents.count == 1, let parent = parents.first { return parent }
            case .unknown:
                cells.note(.regency, .unknownRegency)
            }
        }
        return province ?? .nation
    }

    /// "Dapur Sari Bandung" is the shop that others call "Dapur Sari": its own city tells nothing beside the region.
    private static func withoutRegency(_ words: [String], _ region: RegionCode) -> [String] {
        guard let name = Regions.region(region)?.baseName else { return words }
        let place = Set(folded(name).split(separator: " ").map(String.init))
        let rest = words.filter { !place.contains($0) }
        return rest.isEmpty ? words : rest
    }

    // MARK: - Trade

    private func readTrade(_ cells: inout RowCells) -> (code: UInt32?, products: [String]) {
        let products = cells.texts(.product)
        let words = products.flatMap { folded($0).split(separator: " ").map(String.init) }
        for text in cells.texts(.trade) + products {
            let digits = text.filter(\.isNumber)
            if digits.count == 5, let code = UInt32(digits) { return (code, words) }
            if let trade = Trades.find(text).first, let code = UInt32(trade.code) { return (code, words) }
        }
        return (nil, words)
    }

    // MARK: - Dates and milestones

    private func readDay(_ cells: inout RowCells) -> CalendarDate {
        let joined = cells.parse(.joinedOn) { DateText.parse($0, today: today) }
        guard let joined, joined <= today else { return listDay }
        return joined
    }

    private func readMilestones(_ cells: inout RowCells, day: CalendarDate) -> [PreparedMilestone] {
        var milestones: Set<PreparedMilestone> = []
        func date(_ field: ListField) -> CalendarDate? {
            cells.parse(field) { DateText.parse($0, today: today) }.flatMap { $0 <= today ? $0 : nil }
        }
        let sales = [date(.firstSaleOn), date(.lastSaleOn)].compactMap(\.self)
        if partner.isChannel {
            let saysNo = cells.text(.verified).map { Self.refusals.contains(folded($0)) } ?? false
            if !saysNo { milestones.insert(PreparedMilestone(kind: .channelVerified, on: day, detail: partner.code)) }
            for sale in sales { milestones.insert(PreparedMilestone(kind: .sold, on: sale, detail: partner.code)) }
        }
        for (field, detail) in [(ListField.nibIssuedOn, "nib"), (.halalIssuedOn, "halal"), (.pirtIssuedOn, "p-irt")] {
            if let on = date(field) { milestones.insert(PreparedMilestone(kind: .permitGained, on: on, detail: detail)) }
        }
        if let on = date(.exportedOn) { milestones.insert(PreparedMilestone(kind: .exported, on: on, detail: "")) }
        return Array(milestones)
    }

    private static let refusals: Set<String> = ["tidak", "belum", "no", "false", "n", "t", "unverified", "belum terverifikasi", "0"]
}

extension Purpose {
    static let account = Purpose("account")
    static let claimRow = Purpose("claim-row")
    static let email = Purpose("email")
}

extension LinkageRecord {
    /// The blocking keys as they are stored.
    var matchKeys: [Int64] {
        blockingKeys().map { Int64(bitPattern: $0) }
    }

    fileprivate var contactKeys: [(contact: UInt64, key: Int64)] {
        let contacts = phones.map { ($0, LinkageRecord(phones: [$0])) } + (email.map { [($0, LinkageRecord(email: $0))] } ?? [])
        return contacts.compactMap { contact, alone in alone.matchKeys.first.map { (contact, $0) } }
    }
}

extension RegionCode {
    /// The regency as a number for linkage, `3204`, or nil where only the province is known.
    var linkageNumber: UInt32? {
        rawValue.utf8.count == 5 ? UInt32(rawValue.filter { $0 != "." }) : nil
    }
}
