import Foundation
import Testing

@testable import Linkage

@Suite("A model says what is wrong with it")
struct ListModelTests {
    @Test("the smallest model names an id and kinds")
    func smallest() throws {
        let model = try ListModel(
            json: Data(
                #"{"id": ["id","shop_id"], "fields": {"business": {"kind": "business", "columns": ["nama_usaha","shop_name"]}}}"#.utf8))
        #expect(model.id == ["id", "shop_id"])
        #expect(model.fields.map(\.kind) == [.business])
        #expect(!model.isTrained)
    }

    @Test(
        "a mistake is named",
        arguments: [
            ("[]", "JSON object"),
            ("{", "no JSON"),
            (#"{"fields": {"a": {"kind": "person"}}}"#, "“id”"),
            (#"{"id": "id", "fields": {}}"#, "empty"),
            (#"{"id": "id", "fields": {"a": {"kind": "persona"}}}"#, "“persona”"),
            (#"{"id": "id", "fields": {"a": {"kind": "person", "colums": ["a"]}}}"#, "“colums”"),
            (#"{"id": "id", "feilds": {}}"#, "“feilds”"),
            (#"{"id": "id", "fields": {"a": {"kind": "category", "levels": {"close": {"m": 0.1}}}}}"#, "“close”"),
            (#"{"id": "id", "fields": {"a": {"kind": "category", "levels": {"same": {"m": 7}}}}}"#, "probabilities"),
            (#"{"id": "id", "fields": {"a": {"kind": "person"}}, "blocking": [["b"]]}"#, "“b”"),
            (#"{"id": "id", "fields": {"a": {"kind": "person"}}, "threshold": 2}"#, "threshold"),
            (#"{"id": "id", "fields": {"a": {"kind": 3}}}"#, "another kind of value"),
        ])
    func namesMistakes(json: String, word: String) {
        #expect {
            _ = try ListModel(json: Data(json.utf8))
        } throws: { error in "\(error)".contains(word) }
    }

    @Test("random bytes are refused, never trapped on")
    func refusesRubbish() {
        var random = SplitMix(seed: 1)
        for _ in 0..<500 {
            let bytes = (0..<random.below(80)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(throws: ListModelError.self) { try ListModel(json: Data(bytes)) }
        }
    }
}
