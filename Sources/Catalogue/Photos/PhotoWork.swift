import CGD

/// A photo as it is kept: small enough for a page on prepaid data, upright, and without whatever the camera wrote into it.
public struct PreparedPhoto: Sendable, Hashable {
    /// JPEG, at most ``PhotoWork/maximumBytes``.
    public let content: [UInt8]
    /// JPEG, at most 240 pixels on its longer side.
    public let thumbnail: [UInt8]
    public let width: Int
    public let height: Int
}

/// Why a photo cannot be taken.
public enum PhotoFailure: Error, Sendable, Hashable {
    /// It is no JPEG, PNG or WebP.
    case notAPhoto
    /// It has more pixels than ``PhotoWork/maximumPixels``.
    case tooManyPixels(Int)
    /// It begins like a photo and cannot be unpacked.
    case broken
}

/// Makes a photo of a product out of what a phone sends. Pure, and slow (some hundred milliseconds): it runs outside units of work.
public enum PhotoWork {
    /// As large as the shorter side has to be for every channel, and as small as a page wants it.
    public static let longestSide = 1200
    public static let maximumBytes = 150 * 1024
    /// 40 megapixels: four bytes each while it is unpacked.
    public static let maximumPixels = 40_000_000
    static let thumbnailSide = 240

    /// Unpacks, turns upright, shrinks and packs again. What EXIF said, the place among it, is gone.
    ///
    /// - Throws: ``PhotoFailure``.
    public static func prepared(_ bytes: [UInt8]) throws(PhotoFailure) -> PreparedPhoto {
        guard let header = PhotoHeader(bytes) else { throw .notAPhoto }
        let (pixels, isTooLarge) = header.width.multipliedReportingOverflow(by: header.height)
        guard !isTooLarge, pixels <= maximumPixels else { throw .tooManyPixels(isTooLarge ? .max : pixels) }
        guard header.isWhole, let original = Picture(bytes, header.kind), original.width == header.width, original.height == header.height
        else { throw .broken }
        guard let small = original.shrunk(to: longestSide), let upright = small.upright(header.orientation) else { throw .broken }
        guard let content = upright.packed(under: maximumBytes), let thumbnail = upright.shrunk(to: thumbnailSide)?.packed(under: 20 * 1024)
        else { throw .broken }
        return PreparedPhoto(content: content, thumbnail: thumbnail, width: upright.width, height: upright.height)
    }
}

/// An unpacked picture of libgd. Its C pointer does not leave this file.
private final class Picture {
    private let image: gdImagePtr

    var width: Int { Int(image.pointee.sx) }
    var height: Int { Int(image.pointee.sy) }

    private init(_ image: gdImagePtr) {
        self.image = image
    }

    deinit {
        gdImageDestroy(image)
    }

    /// What is wrong with a file is told by what comes back; libgd would also write it to the standard error.
    private static let isSilent: Bool = {
        gdSetErrorMethod { _, _, _ in }
        return true
    }()

    init?(_ bytes: [UInt8], _ kind: PhotoHeader.Kind) {
        _ = Self.isSilent
        // libgd takes the length as an `int`.
        guard let count = Int32(exactly: bytes.count) else { return nil }
        var bytes = bytes
        let image: gdImagePtr? = bytes.withUnsafeMutableBytes { buffer in
            switch kind {
            case .jpeg: gdImageCreateFromJpegPtrEx(count, buffer.baseAddress, 0)
            case .png: gdImageCreateFromPngPtr(count, buffer.baseAddress)
            case .webp: gdImageCreateFromWebpPtr(count, buffer.baseAddress)
            }
        }
        guard let image else { return nil }
        self.image = image
    }

    /// A copy on white whose longer side is at most `side`.
    func shrunk(to side: Int) -> Picture? {
        let scale = min(1, Double(side) / Double(max(width, height)))
        let (newWidth, newHeight) = (max(1, Int((Double(width) * scale).rounded())), max(1, Int((Double(height) * scale).rounded())))
        guard let copy = gdImageCreateTrueColor(Int32(newWidth), Int32(newHeight)) else { return nil }
        // JPEG has no transparency: what was transparent is white.
        gdImageFilledRectangle(copy, 0, 0, Int32(newWidth) - 1, Int32(newHeight) - 1, 0xFF_FFFF)
        gdImageAlphaBlending(copy, 1)
        gdImageCopyResampled(copy, image, 0, 0, 0, 0, Int32(newWidth), Int32(newHeight), Int32(width), Int32(height))
        return Picture(copy)
    }

    /// A copy turned by what EXIF calls its orientation.
    func upright(_ orientation: Int) -> Picture? {
        let turnsSideways = orientation >= 5
        guard let copy = gdImageCreateTrueColor(Int32(turnsSideways ? height : width), Int32(turnsSideways ? width : height)) else {
            return nil
        }
        let (right, bottom) = (width - 1, height - 1)
        for y in 0..<height {
            for x in 0..<width {
                // Where the pixel belongs, by the place of row 0 and column 0: CIPA DC-008, section 4.6.4.
                let (toX, toY) =
                    switch orientation {
                    case 2: (right - x, y)
                    case 3: (right - x, bottom - y)
                    case 4: (x, bottom - y)
                    case 5: (y, x)
                    case 6: (bottom - y, x)
                    case 7: (bottom - y, right - x)
                    case 8: (y, right - x)
                    default: (x, y)
                    }
                copy.pointee.tpixels[toY]![toX] = image.pointee.tpixels[y]![x]
            }
        }
        return Picture(copy)
    }

    /// JPEG with the best quality that fits; smaller pictures if none does.
    func packed(under maximum: Int) -> [UInt8]? {
        for quality: Int32 in [85, 75, 65, 55, 45, 35] {
            var size: Int32 = 0
            guard let pointer = gdImageJpegPtr(image, &size, quality) else { return nil }
            defer { gdFree(pointer) }
            if size <= maximum { return Array(UnsafeRawBufferPointer(start: pointer, count: Int(size))) }
        }
        return shrunk(to: max(width, height) * 3 / 4)?.packed(under: maximum)
    }
}
