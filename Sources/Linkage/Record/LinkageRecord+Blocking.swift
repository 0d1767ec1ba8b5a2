/// Where to look for claims that may be the same business.
///
/// - Identifiers, phones, e-mail and account: one key each.
/// - The two rarest words of the business name, and the two rarest of the owner's, each by sound and within the regency. Both kinds of
///   word share one key space, so that columns that were swapped, or a name that holds its owner ("warung makan (siti)"), still meet.
/// - The whole name by sound and glued together, within the regency: "barokahjaya" meets "barokah jaya".
/// - Common words do not open a key of the whole regency; they do so within the district (or the village, where no district is known).
/// - Without a region: a name that is long and rare enough; owner with birth date; owner with the rarest word of the name.
/// - The door: street, number and regency.
///
/// Usually five to nine keys. A key may still be common in a crowded regency: the store is expected to read at most
/// ``bucketLimit`` claims of a key, the newest first.
extension LinkageRecord {
    /// How many claims of one key are worth reading. A key that holds more tells too little; other keys bring the same claims.
    public static let bucketLimit = 200

    /// Stable keys, each once, most telling first.
    public func blockingKeys() -> [UInt64] {
        var keys: [UInt64] = []
        func append(_ kind: BlockingKey.Kind, _ fill: (inout BlockingKey) -> Void) {
            var key = BlockingKey(kind)
            fill(&key)
            if !keys.contains(key.value) { keys.append(key.value) }
        }
        func identifier(_ kind: BlockingKey.Kind, _ hash: UInt64?) {
            if let hash { append(kind) { $0.add(hash) } }
        }

        identifier(.nib, nib)
        identifier(.account, account)
        identifier(.nik, nik)
        identifier(.npwp, npwp)
        for phone in phones.prefix(3) { identifier(.phone, phone) }
        identifier(.email, email)

        let nameWithoutPlace = nameBesidesPlace.prefix(Self.wordLimit)
        let nameWords = Self.rarest(nameWithoutPlace, .startingBusinessWords)
        let ownerWords = Self.rarest(owner, .startingNames)
        let place = district ?? village

        if let region {
            for word in nameWords.prefix(2) + ownerWords.prefix(2) {
                if word.bits >= Self.rareBits {
                    append(.wordInRegency) {
                        $0.add(word.sound)
                        $0.add(UInt64(region))
                    }
                } else if let place {
                    append(.commonNameInPlace) {
                        $0.add(word.sound)
                        $0.add(UInt64(region))
                        $0.add(place.utf8)
                    }
                }
            }
            if nameWords.count > 1, nameWords.reduce(0, { $0 + $1.bits }) >= Self.rareBits {
                append(.wordInRegency) {
                    $0.add(SoundKey.bytes(of: nameWithoutPlace.joined()))
                    $0.add(UInt64(region))
                }
            }
        }
        if nameWords.reduce(0, { $0 + $1.bits }) >= Self.distinctiveBits, nameWords.count > 1 {
            append(.wholeNameAnywhere) { key in
                for sound in nameWords.map(\.sound).sorted(by: { $0.lexicographicallyPrecedes($1) }) { key.add(sound) }
            }
        }
        if let rarestOwner = ownerWords.first {
            if let birthDay {
                append(.ownerAndBirthday) {
                    $0.add(rarestOwner.sound)
                    $0.add(UInt64(bitPattern: Int64(birthDay)))
                }
            }
            if let rarestName = nameWords.first, rarestName.bits + rarestOwner.bits >= Self.distinctiveBits {
                append(.ownerAndNameAnywhere) {
                    $0.add(rarestOwner.sound)
                    $0.add(rarestName.sound)
                }
            }
        }
        if let region, let houseNumber, let street = addressWords.max(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
            append(.door) {
                $0.add(UInt64(region))
                $0.add(houseNumber.utf8)
                $0.add(SoundKey.bytes(of: street))
            }
        }
        return keys
    }

    /// Words that fewer than about one name in 250 bears open a key of the whole regency.
    private static let rareBits = 8.0
    /// Names that fewer than about one in four million bears by chance open a key of the whole country.
    private static let distinctiveBits = 22.0

    private struct SoundedWord {
        let bits: Double
        let sound: [UInt8]
    }

    /// The words by falling rarity; equals by their sound, so that word order does not matter.
    private static func rarest(_ words: some Collection<String>, _ frequencies: TermFrequencies) -> [SoundedWord] {
        words.prefix(wordLimit)
            .filter { $0.utf8.count > 1 }
            .map { SoundedWord(bits: frequencies.bits($0), sound: SoundKey.bytes(of: $0)) }
            .sorted { $0.bits != $1.bits ? $0.bits > $1.bits : $1.sound.lexicographicallyPrecedes($0.sound) }
    }
}
