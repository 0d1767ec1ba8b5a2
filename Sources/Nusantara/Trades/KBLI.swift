/// A code of the Indonesian classification of business activities (*Klasifikasi Baku Lapangan Usaha Indonesia*), with the version it was written in.
///
/// The version is a part of the code: of the 1,790 codes of 2020 only 1,052 values stand in the version of 2025, and some of these mean something else.
public struct KBLI: Sendable, Hashable {
    /// The version by the year in its name.
    public enum Version: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// Regulation of BPS 2 of 2020.
        case v2020 = 2020
        /// Regulation of BPS 7 of 2025.
        case v2025 = 2025

        public static func < (left: Version, right: Version) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// Five digits.
    public let code: String
    public let version: Version

    /// The code in a piece of text: five digits, also with dots, spaces or the word KBLI.
    ///
    /// Nil if it is no such number or its first two digits stand for no activity; whether all five digits are in use is not known here. Four digits are
    /// refused: `1461` may be a farm's `01461` that lost its zero in a spreadsheet, or a class one level up.
    public init?(_ text: String, version: Version) {
        var digits: [UInt8] = []
        for byte in text.uppercased().replacing("KBLI", with: "").utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: "-"): break
            default: return nil
            }
        }
        guard digits.count == 5 else { return nil }
        code = String(decoding: digits, as: UTF8.self)
        self.version = version
        guard KBLISection(code, version: version) != nil else { return nil }
    }

    /// The letter the code belongs under.
    public var section: KBLISection? {
        KBLISection(code, version: version)
    }
}
