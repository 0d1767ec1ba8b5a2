/// What a photo's first bytes tell: what kind of file it is, how large, and which way up. Nothing is unpacked to learn it, so that a file
/// that claims to be enormous costs nothing.
public struct PhotoHeader: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case webp = "image/webp"
    }

    public let kind: Kind
    /// In pixels, as stored.
    public let width: Int
    public let height: Int
    /// How it has to be turned to be seen upright, 1 to 8, as EXIF counts (CIPA DC-008, tag 0x0112); 1 for as it is.
    public let orientation: Int
    /// Whether the file has its end; one whose upload broke off may not.
    public let isWhole: Bool

    /// Reads the beginning of a file; nil if it is no JPEG, PNG or WebP, or broken before its size is told.
    public init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            guard let found = JPEGMarkers(bytes).read() else { return nil }
            self.init(
                kind: .jpeg, width: found.width, height: found.height, orientation: found.orientation,
                isWhole: Self.endsPicture(bytes[found.frame...]))
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            // The first chunk has to be IHDR (PNG specification, section 5.6).
            guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8), let width = Self.big(bytes, 16, 4),
                let height = Self.big(bytes, 20, 4)
            else { return nil }
            self.init(kind: .png, width: width, height: height, orientation: 1)
        } else if bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) {
            guard let (width, height) = Self.webPSize(bytes) else { return nil }
            self.init(kind: .webp, width: width, height: height, orientation: 1)
        } else {
            return nil
        }
    }

    private init?(kind: Kind, width: Int, height: Int, orientation: Int, isWhole: Bool = true) {
        guard width > 0, height > 0 else { return nil }
        self.isWhole = isWhole
        self.kind = kind
        self.width = width
        self.height = height
        self.orientation = orientation
    }

    /// Whether the marker that ends a JPEG stands in its last part.
    private static func endsPicture(_ bytes: ArraySlice<UInt8>) -> Bool {
        zip(bytes.dropLast().reversed(), bytes.reversed()).contains { $0 == 0xFF && $1 == 0xD9 }
    }

    /// The three forms of WebP (RFC 9649, sections 2.5 to 2.7).
    private static func webPSize(_ bytes: [UInt8]) -> (Int, Int)? {
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ":
            guard bytes[23] == 0x9D, bytes[24] == 0x01, bytes[25] == 0x2A else { return nil }
            return ((Int(bytes[26]) | Int(bytes[27]) << 8) & 0x3FFF, (Int(bytes[28]) | Int(bytes[29]) << 8) & 0x3FFF)
        case "VP8L":
            guard bytes[20] == 0x2F else { return nil }
            let bits = UInt32(bytes[21]) | UInt32(bytes[22]) << 8 | UInt32(bytes[23]) << 16 | UInt32(bytes[24]) << 24
            return (Int(bits & 0x3FFF) + 1, Int(bits >> 14 & 0x3FFF) + 1)
        case "VP8X":
            let width = Int(bytes[24]) | Int(bytes[25]) << 8 | Int(bytes[26]) << 16
            let height = Int(bytes[27]) | Int(bytes[28]) << 8 | Int(bytes[29]) << 16
            return (width + 1, height + 1)
        default: return nil
        }
    }

    static func big(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start >= 0, start + count <= bytes.count else { return nil }
        return bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Walks the markers of a JPEG up to its frame (ITU T.81, annex B), and reads the orientation from its EXIF part on the way.
private struct JPEGMarkers {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The size, the orientation, and where the frame begins.
    func read() -> (width: Int, height: Int, orientation: Int, frame: Int)? {
        var orientation = 1
        var index = 2
        while index + 4 <= bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            if marker == 0xFF {
                index += 1
                continue
            }
            if marker == 0x01 || (0xD0...0xD8).contains(marker) {
                index += 2
                continue
            }
            guard let length = PhotoHeader.big(bytes, index + 2, 2), length >= 2 else { return nil }
            let content = index + 4
            switch marker {
            case 0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF:
                guard let height = PhotoHeader.big(bytes, content + 1, 2), let width = PhotoHeader.big(bytes, content + 3, 2) else {
                    return nil
                }
                return (width, height, orientation, index)
            case 0xE1:
                if let found = exifOrientation(content, min(content + length - 2, bytes.count)) { orientation = found }
            case 0xD9, 0xDA: return nil
            default: break
            }
            index += 2 + length
        }
        return nil
    }

    /// The orientation in a TIFF structure behind `Exif\0\0`; nil if there is none.
    private func exifOrientation(_ start: Int, _ end: Int) -> Int? {
        let tiff = start + 6
        guard tiff + 8 <= end, bytes[start..<tiff].elementsEqual([0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
        let isLittle = bytes[tiff] == 0x49
        func number(_ offset: Int, _ count: Int) -> Int? {
            let place = tiff + offset
            guard offset >= 0, place + count <= end else { return nil }
            let slice = bytes[place..<(place + count)]
            return isLittle ? slice.reversed().reduce(0) { $0 << 8 | Int($1) } : slice.reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), directory <= end - tiff, let count = number(directory, 2) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + entry * 12
            guard let tag = number(place, 2) else { return nil }
            guard tag == 0x0112 else { continue }
            guard let value = number(place + 8, 2), (1...8).contains(value) else { return nil }
            return value
        }
        return nil
    }
}
