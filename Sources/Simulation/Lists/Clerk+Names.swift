import Nusantara

extension Clerk {
    /// The name of the business and that of the owner, each in its cell or, rarely, in the other's.
    mutating func names() -> (business: Cell, owner: Cell) {
        let owner = ownerName()
        var business = businessName()
        if case .text(let name) = business, subject.partner == .dinasKoperasi, falls(for: .ownerInBrackets, habits.ownerInBrackets) {
            business = .text(generator.happens(0.5) ? "\(name.lowercased()) <\(owner.lowercased())>" : "\(name) (\(owner))")
        }
        let ownerShare = subject.partner == .dts ? 0 : habits.missingValue
        let ownerCell = maybe(owner, missing: ownerShare)
        return falls(for: .swappedNameAndOwner, habits.swappedNameAndOwner) ? (ownerCell, business) : (business, ownerCell)
    }

    private mutating func businessName() -> Cell {
        let business = subject.business
        var name = population.name(of: business)
        if business.formerNameSeed != 0 {
            note(.renamedShop)
            if subject.joined.dayNumber < Int(business.renamedOn) { name = population.name(of: business, seed: business.formerNameSeed) }
        }
        switch subject.partner {
        case .shopee, .tokopedia: name = shopFront(name)
        case .gofood:
            if generator.happens(0.35) {
                let village = places.villageName(Int(business.village), in: Int(business.regency))
                name += ", " + (generator.happens(0.6) ? village : places.regencies[Int(business.regency)].baseName)
            }
        case .dinasKoperasi:
            if falls(for: .noBusinessName, habits.missingValue / 3) {
                return .text(generator.pick(["-", "tidak ada nama", "belum ada nama"]))
            }
        case .dts:
            if falls(for: .noBusinessName, habits.missingValue / 2) { return .text(generator.pick(["-", "belum ada", "tidak ada"])) }
            if generator.happens(0.22) { name = looseWords() }
        }
        if generator.happens(habits.typingSlip) {
            note(.typingSlip)
            name = slipped(name)
        }
        if subject.copy == .secondAccount { name += generator.pick([" 2", " Cabang 2", " Official", " Store", " II"]) }
        return .text(typed(name))
    }

    /// The name as a seller writes it over an online shop.
    private mutating func shopFront(_ name: String) -> String {
        let city = places.regencies[Int(subject.business.regency)].baseName
        let words = name.split(separator: " ")
        switch generator.below(100) {
        case 0..<9: return name + generator.pick([" Official", " Store", " Shop", " Official Shop", " Olshop"])
        case 9..<15: return name + (subject.partner == .tokopedia ? " – " : " - ") + city
        case 15..<22: return words.joined(separator: generator.pick(["", "_", "."])).lowercased()
        case 22..<30 where words.count > 2: return words.dropFirst().joined(separator: " ")
        default: return name
        }
    }

    /// What somebody answers who is asked what he does, not what his shop is called.
    private mutating func looseWords() -> String {
        let product = product()
        return switch generator.below(4) {
        case 0: "usaha \(product.lowercased())"
        case 1: "jualan \(product.lowercased())"
        case 2: product
        default: "\(product) rumahan"
        }
    }

    /// What the business sells: mostly what its name says, now and then something else of the trade.
    mutating func product() -> String {
        let trade = subject.business.trade
        return generator.happens(0.8) ? BusinessNaming.product(of: trade, seed: subject.business.nameSeed) : generator.pick(trade.products)
    }

    /// The owner's name with its titles and spellings.
    mutating func ownerName() -> String {
        let owner = subject.owner
        var words = owner.name.texts
        for index in words.indices where generator.happens(habits.respelledName) {
            guard let variant = NameSpelling.variant(of: words[index], &generator) else { continue }
            words[index] = variant
            note(.nameVariant)
        }
        if generator.happens(habits.oldSpelling), let index = words.indices.first(where: { !words[$0].contains(".") }),
            let old = NameSpelling.old(words[index])
        {
            words[index] = old
            note(.oldSpelling)
        }
        if subject.partner != .dts, generator.happens(habits.nickname),
            let index = words.indices.first(where: { NameSpelling.nickname(of: words[$0]) != nil })
        {
            words = [NameSpelling.nickname(of: words[index]) ?? words[index]] + words[(index + 1)...]
            note(.nickname)
        }
        // A title is in the lists that were written after the pilgrimage.
        if owner.isPilgrim, generator.happens(0.6) {
            words.insert(generator.pick(owner.isFemale ? ["Hj.", "Hj", "HJ."] : ["H.", "H", "Haji"]), at: 0)
            note(.titleGained)
        } else if falls(for: .courtesyTitle, habits.courtesyTitle) {
            if generator.happens(0.3) {
                words[words.count - 1] += generator.pick([", S.E.", ", S.Pd", ", SE", " S.Kom", ", A.Md"])
            } else {
                words.insert(generator.pick(owner.isFemale ? ["Ibu", "Bu", "Ny.", "Ibu"] : ["Bpk.", "Pak", "Bapak", "Tn."]), at: 0)
            }
        }
        var name = words.joined(separator: " ")
        if generator.happens(habits.typingSlip) {
            note(.typingSlip)
            name = slipped(name)
        }
        if subject.partner == .tokopedia, name.utf8.contains(UInt8(ascii: "'")) { name = name.replacing("'", with: "’") }
        return typed(name)
    }

    private mutating func slipped(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        let index = generator.below(words.count)
        words[index] = NameSpelling.slip(words[index], &generator)
        return words.joined(separator: " ")
    }

    /// An address that cannot be anybody's: its ending is reserved (RFC 2606).
    mutating func email() -> Cell {
        let owner = subject.owner
        if owner.facilitator >= 0, subject.partner == .dts, generator.happens(0.4) {
            let facilitator = population.facilitators[Int(owner.facilitator)]
            return .text("\(letters(of: facilitator.name.text)).pendamping@surel.example")
        }
        guard owner.emailSeed != 0 else { return .blank }
        let end = ["gmail", "gmail", "gmail", "yahoo", "ymail", "surel"][Int(owner.emailSeed % 6)]
        let number = owner.emailSeed / 7 % 1000
        return .text("\(letters(of: owner.name.text))\(number)@\(end).example")
    }

    func letters(of text: String) -> String {
        String(decoding: text.lowercased().utf8.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }.prefix(18), as: UTF8.self)
    }
}
