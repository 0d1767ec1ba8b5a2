/// A section of KBLI, its widest grouping: letters A to U in the version of 2020, A to V in that of 2025.
///
/// The versions follow the International Standard Industrial Classification, revisions 4 and 5, whose sections they keep: from J on one letter stands
/// for different things in the two. Division 92, gambling, has no place in the version of 2020.
public struct KBLISection: Sendable, Hashable {
    public let letter: Character
    public let version: KBLI.Version
    /// The name in Indonesian.
    public let name: String
    /// The name in English.
    public let englishName: String

    /// The section a code belongs to by its first two digits, or nil if no section has them. The code may have two digits or more.
    public init?(_ code: String, version: KBLI.Version) {
        let digits = code.utf8.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let division = Int(code.prefix(2)),
            let section = Self.all(of: version).first(where: { $0.divisions.contains { $0.contains(division) } })
        else { return nil }
        self = section.section
    }

    /// All sections of a version, in the order of their letters.
    public static func sections(of version: KBLI.Version) -> [KBLISection] {
        all(of: version).map(\.section)
    }

    private typealias Entry = (divisions: [ClosedRange<Int>], section: KBLISection)

    private init(letter: Character, version: KBLI.Version, name: String, englishName: String) {
        self.letter = letter
        self.version = version
        self.name = name
        self.englishName = englishName
    }

    private static func all(of version: KBLI.Version) -> [Entry] {
        version == .v2020 ? sections2020 : sections2025
    }

    private static let sections2020 = read(
        """
        A|1-3|Pertanian, kehutanan dan perikanan|Farming, forestry and fishing
        B|5-9|Pertambangan|Mining
        C|10-33|Industri pengolahan|Manufacturing
        D|35-35|Listrik dan gas|Electricity and gas
        E|36-39|Air dan sampah|Water and waste
        F|41-43|Konstruksi|Construction
        G|45-47|Perdagangan dan bengkel|Trade and vehicle repair
        H|49-53|Angkutan dan pergudangan|Transport and storage
        I|55-56|Penginapan, makan dan minum|Lodging and food service
        J|58-63|Informasi dan komunikasi|Information and communication
        K|64-66|Keuangan dan asuransi|Finance and insurance
        L|68-68|Real estat|Real estate
        M|69-75|Jasa profesi dan teknis|Professional services
        N|77-82|Persewaan dan jasa penunjang|Rental and support services
        O|84-84|Pemerintahan|Government
        P|85-85|Pendidikan|Education
        Q|86-88|Kesehatan dan kegiatan sosial|Health and social work
        R|90-91 93-93|Kesenian dan hiburan|Arts and recreation
        S|94-96|Jasa lainnya|Other services
        T|97-98|Rumah tangga|Households
        U|99-99|Badan internasional|International bodies
        """, version: .v2020)

    private static let sections2025 = read(
        """
        A|1-3|Pertanian, kehutanan dan perikanan|Farming, forestry and fishing
        B|5-9|Pertambangan|Mining
        C|10-33|Industri pengolahan|Manufacturing
        D|35-35|Listrik dan gas|Electricity and gas
        E|36-39|Air dan sampah|Water and waste
        F|41-43|Konstruksi|Construction
        G|46-47|Perdagangan|Trade
        H|49-53|Angkutan dan pergudangan|Transport and storage
        I|55-56|Penginapan, makan dan minum|Lodging and food service
        J|58-60|Penerbitan, penyiaran dan konten|Publishing, broadcasting and content
        K|61-63|Telekomunikasi, pemrograman dan data|Telecommunication, programming and data
        L|64-66|Keuangan dan asuransi|Finance and insurance
        M|68-68|Real estat|Real estate
        N|69-75|Jasa profesi dan teknis|Professional services
        O|77-82|Persewaan dan jasa penunjang|Rental and support services
        P|84-84|Pemerintahan|Government
        Q|85-85|Pendidikan|Education
        R|86-88|Kesehatan dan kegiatan sosial|Health and social work
        S|90-93|Kesenian dan hiburan|Arts and recreation
        T|94-96|Jasa lainnya|Other services
        U|97-98|Rumah tangga|Households
        V|99-99|Badan internasional|International bodies
        """, version: .v2025)

    private static func read(_ table: String, version: KBLI.Version) -> [Entry] {
        table.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "|")
            guard fields.count == 4, let letter = fields[0].first else { return nil }
            let divisions = fields[1].split(separator: " ").compactMap { range -> ClosedRange<Int>? in
                let bounds = range.split(separator: "-").compactMap { Int($0) }
                return bounds.count == 2 ? bounds[0]...bounds[1] : nil
            }
            let section = KBLISection(letter: letter, version: version, name: String(fields[2]), englishName: String(fields[3]))
            return (divisions, section)
        }
    }
}
