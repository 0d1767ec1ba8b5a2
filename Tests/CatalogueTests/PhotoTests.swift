import CGD
import Storage
import StorageTesting
import Testing

@testable import Catalogue

@Suite("Photos")
struct PhotoTests {
    /// A picture whose left upper quarter is red, on green, as a JPEG of libgd.
    static func jpeg(width: Int, height: Int, orientation: UInt8? = nil) -> [UInt8] {
        let image = gdImageCreateTrueColor(Int32(width), Int32(height))!
        defer { gdImageDestroy(image) }
        gdImageFilledRectangle(image, 0, 0, Int32(width) - 1, Int32(height) - 1, 0x00_B000)
        gdImageFilledRectangle(image, 0, 0, Int32(width / 2) - 1, Int32(height / 2) - 1, 0xC0_0000)
        var size: Int32 = 0
        let pointer = gdImageJpegPtr(image, &size, 95)!
        defer { gdFree(pointer) }
        var bytes = Array(UnsafeRawBufferPointer(start: pointer, count: Int(size)))
        if let orientation {
            let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
            let content = Array("Exif".utf8) + [0, 0] + tiff + Array("GPS -7.25 112.75".utf8)
            bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content, at: 2)
        }
        return bytes
    }

    /// The colour at a place, as `r` or `g`.
    private func colour(_ jpeg: [UInt8], _ x: Double, _ y: Double) -> Character {
        var jpeg = jpeg
        let image = gdImageCreateFromJpegPtr(Int32(jpeg.count), &jpeg)!
        defer { gdImageDestroy(image) }
        let pixel = gdImageGetTrueColorPixel(image, Int32(x * Double(image.pointee.sx)), Int32(y * Double(image.pointee.sy)))
        return pixel >> 16 & 0xFF > pixel >> 8 & 0xFF ? "r" : "g"
    }

    @Test("a photo comes out small, upright and without what the camera wrote into it", arguments: 1...8)
    func upright(orientation: Int) throws {
        let photo = try PhotoWork.prepared(Self.jpeg(width: 1600, height: 800, orientation: UInt8(orientation)))
        #expect(photo.content.count <= PhotoWork.maximumBytes && photo.thumbnail.count <= 20 * 1024)
        #expect(orientation < 5 ? (photo.width == 1200 && photo.height == 600) : (photo.width == 600 && photo.height == 1200))
        #expect(photo.content.firstRange(of: Array("GPS".utf8)) == nil)
        // Where the red quarter is seen, by the meaning of each orientation.
        let corner = [
            1: (0.25, 0.25), 2: (0.75, 0.25), 3: (0.75, 0.75), 4: (0.25, 0.75), 5: (0.25, 0.25), 6: (0.75, 0.25), 7: (0.75, 0.75),
            8: (0.25, 0.75),
        ][orientation]!
        for (x, y) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
            #expect(colour(photo.content, x, y) == ((x, y) == corner ? "r" : "g"))
        }
    }

    @Test("a small photo is not blown up")
    func small() throws {
        let photo = try PhotoWork.prepared(Self.jpeg(width: 300, height: 200))
        #expect(photo.width == 300 && photo.height == 200)
    }

    @Test("what is no photo is told apart from what is broken, and what claims to be enormous is not unpacked")
    func refused() {
        #expect(throws: PhotoFailure.notAPhoto) { try PhotoWork.prepared(Array("<html>".utf8)) }
        #expect(throws: PhotoFailure.notAPhoto) { try PhotoWork.prepared([]) }
        #expect(throws: PhotoFailure.broken) { try PhotoWork.prepared(Array(Self.jpeg(width: 300, height: 200).prefix(700))) }
        var huge: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        huge += [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 8, 6, 0, 0, 0]
        #expect(throws: PhotoFailure.tooManyPixels(100_000_000)) { try PhotoWork.prepared(huge) }
        huge.replaceSubrange(16..<24, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
        #expect(throws: PhotoFailure.self) { try PhotoWork.prepared(huge) }
    }

    @Test("damaged files are refused or read, and never more")
    func damaged() {
        var random = SeededRandomness(seed: 3)
        let whole = Self.jpeg(width: 64, height: 48, orientation: 6)
        for round in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<min(bytes.count, round.isMultiple(of: 2) ? 60 : bytes.count), using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if round.isMultiple(of: 3) { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) }
            _ = PhotoHeader(bytes)
            if let header = PhotoHeader(bytes), header.width * header.height < 100_000 { _ = try? PhotoWork.prepared(bytes) }
        }
    }

    @Test("photos keep their order, the same one twice is one, and the tenth is refused", arguments: TestEngine.allCases)
    func order(engine: TestEngine) async throws {
        try await CatalogueFixture.with(engine) { fixture in
            let product = try await fixture.add()
            let photo = PreparedPhoto(content: [1], thumbnail: [2], width: 10, height: 10)
            let ids = try await fixture.database.write { connection in
                try (0..<9).map { try connection.addPhoto(photo, digest: [UInt8($0)], to: product.id, at: CatalogueFixture.start) }
            }
            await #expect(throws: CatalogueError.tooManyPhotos) {
                try await fixture.database.write { try $0.addPhoto(photo, digest: [99], to: product.id, at: CatalogueFixture.start) }
            }
            let order = try await fixture.database.write { connection in
                #expect(try connection.addPhoto(photo, digest: [3], to: product.id, at: CatalogueFixture.start) == ids[3])
                try connection.putFirst(ids[4], of: product.id, at: CatalogueFixture.start)
                try connection.removePhoto(ids[0], of: product.id, at: CatalogueFixture.start)
                return try connection.photos(of: [product.id])[product.id]?.map(\.id)
            }
            #expect(order == [ids[4], ids[1], ids[2], ids[3], ids[5], ids[6], ids[7], ids[8]])
            #expect(try await fixture.database.read { try $0.photoContent(ids[4], thumbnail: true) } == [2])
        }
    }
}
