/// The compact form in which a record is kept beside its claim, usually 60 to 200 bytes.
///
/// One byte of version, four of flags that say which fields follow, then the fields in the order of ``Flag``. Lists are a count and their
/// items; text is a length and UTF-8; hashes are eight bytes, other numbers LEB128 (the birth date zigzagged). Little-endian.
extension LinkageRecord {
    private static let version: UInt8 = 1

    private enum Flag: UInt32, CaseIterable {
        case businessName, businessType, owner, phones, nik, nib, npwp, email, account, region, district, village, addressWords
        case houseNumber, rt, rw, postalCode, trade, products, birthDay, sex, source, isGenericName

        var bit: UInt32 { 1 << rawValue }
    }

    /// The record as bytes. Lists beyond ``wordLimit`` and words beyond ``wordLengthLimit`` are cut, as comparison does not look further.
    public func encoded() -> [UInt8] {
        var flags: UInt32 = isGenericName ? Flag.isGenericName.bit : 0
        var writer = ByteWriter(reserving: 192)

        func mark(_ flag: Flag, _ isPresent: Bool) -> Bool {
            if isPresent { flags |= flag.bit }
            return isPresent
        }
        func words(_ flag: Flag, _ words: [String]) {
            guard mark(flag, !words.isEmpty) else { return }
            writer.byte(UInt8(min(words.count, Self.wordLimit)))
            for word in words.prefix(Self.wordLimit) { writer.text(word, limit: Self.wordLengthLimit) }
        }
        func text(_ flag: Flag, _ text: String?) {
            if mark(flag, text != nil), let text { writer.text(text, limit: Self.wordLengthLimit) }
        }
        func hash(_ flag: Flag, _ hash: UInt64?) {
            if mark(flag, hash != nil), let hash { writer.fixed(hash) }
        }
        func number(_ flag: Flag, _ number: UInt32?) {
            if mark(flag, number != nil), let number { writer.variable(number) }
        }

        words(.businessName, businessName)
        words(.businessType, businessType)
        words(.owner, owner)
        if mark(.phones, !phones.isEmpty) {
            writer.byte(UInt8(min(phones.count, Self.wordLimit)))
            for phone in phones.prefix(Self.wordLimit) { writer.fixed(phone) }
        }
        hash(.nik, nik)
        hash(.nib, nib)
        hash(.npwp, npwp)
        hash(.email, email)
        hash(.account, account)
        number(.region, region)
        text(.district, district)
        text(.village, village)
        words(.addressWords, addressWords)
        text(.houseNumber, houseNumber)
        number(.rt, rt.map(UInt32.init))
        number(.rw, rw.map(UInt32.init))
        number(.postalCode, postalCode)
        number(.trade, trade)
        words(.products, products)
        number(.birthDay, birthDay.map { UInt32(bitPattern: $0 << 1 ^ $0 >> 31) })
        number(.sex, sex.map(UInt32.init))
        number(.source, source)

        var header = ByteWriter(reserving: 5 + writer.bytes.count)
        header.byte(Self.version)
        header.fixed(flags)
        return header.bytes + writer.bytes
    }

    /// Reads a record back.
    /// - Throws: ``LinkageError`` for anything that ``encoded()`` cannot have written.
    public init(encoded: [UInt8]) throws(LinkageError) {
        var reader = ByteReader(encoded)
        let version = try reader.byte()
        guard version == Self.version else { throw .unknownVersion(version) }
        let flags: UInt32 = try reader.fixed()
        guard flags >> UInt32(Flag.allCases.count) == 0 else { throw .malformed }

        func has(_ flag: Flag) -> Bool { flags & flag.bit != 0 }
        func count() throws(LinkageError) -> Int {
            let count = Int(try reader.byte())
            guard count > 0, count <= Self.wordLimit else { throw .malformed }
            return count
        }
        func words(_ flag: Flag) throws(LinkageError) -> [String] {
            guard has(flag) else { return [] }
            let count = try count()
            var words: [String] = []
            words.reserveCapacity(count)
            for _ in 0..<count { words.append(try reader.text(limit: Self.wordLengthLimit)) }
            return words
        }
        func text(_ flag: Flag) throws(LinkageError) -> String? {
            has(flag) ? try reader.text(limit: Self.wordLengthLimit) : nil
        }
        func hash(_ flag: Flag) throws(LinkageError) -> UInt64? {
            has(flag) ? try reader.fixed() : nil
        }
        func number(_ flag: Flag) throws(LinkageError) -> UInt32? {
            has(flag) ? try reader.variable() : nil
        }
        func small(_ flag: Flag) throws(LinkageError) -> UInt8? {
            guard let number = try number(flag) else { return nil }
            guard let small = UInt8(exactly: number) else { throw .malformed }
            return small
        }

        self.init()
        businessName = try words(.businessName)
        businessType = try words(.businessType)
        owner = try words(.owner)
        if has(.phones) {
            for _ in 0..<(try count()) { phones.append(try reader.fixed()) }
        }
        nik = try hash(.nik)
        nib = try hash(.nib)
        npwp = try hash(.npwp)
        email = try hash(.email)
        account = try hash(.account)
        region = try number(.region)
        district = try text(.district)
        village = try text(.village)
        addressWords = try words(.addressWords)
        houseNumber = try text(.houseNumber)
        rt = try small(.rt)
        rw = try small(.rw)
        postalCode = try number(.postalCode)
        trade = try number(.trade)
        products = try words(.products)
        birthDay = try number(.birthDay).map { Int32(bitPattern: $0 >> 1) ^ -Int32(bitPattern: $0 & 1) }
        sex = try small(.sex)
        source = try number(.source)
        isGenericName = has(.isGenericName)
        guard reader.isAtEnd else { throw .malformed }
    }
}
