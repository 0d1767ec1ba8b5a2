import Foundation
import StorageTesting
import Testing

@testable import Learning

@Suite("A definition that is wrong says where and what to do")
struct DefinitionTests {
    private func faults(_ edit: (inout [String: Any]) -> Void) throws -> [String] {
        let text = try #require(NationalProgrammes.text("umkm-go-online"))
        var object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        edit(&object)
        do {
            _ = try ProgrammeDefinition(json: JSONSerialization.data(withJSONObject: object))
            return []
        } catch let error as DefinitionFaults {
            return error.faults.map(\.description)
        }
    }

    private func stage(_ code: String, after: String? = nil) -> [String: Any] {
        var stage: [String: Any] = ["code": code, "name": ["id": code, "en": code]]
        if let after { stage["after"] = after }
        return stage
    }

    @Test("all nine national programmes are in order")
    func ships() throws {
        #expect(NationalProgrammes.codes.count == 9)
        for code in NationalProgrammes.codes { #expect(try NationalProgrammes.definition(code).code == code) }
    }

    @Test("a stage that nobody can reach is refused, for each of the reasons")
    func unreachable() throws {
        #expect(
            try faults { $0["stages"] = [stage("a"), stage("b", after: "missing")] }
                == ["stages[1].after: there is no stage “missing”, so nobody can reach this one"])
        #expect(
            try faults { $0["stages"] = [stage("a"), stage("b", after: "a"), stage("c", after: "a")] }
                == ["stages[2].after: “b” follows “a” already, so nobody can reach this stage"])
        #expect(
            try faults { $0["stages"] = [stage("a"), stage("b", after: "c"), stage("c", after: "b")] }
                == [
                    "stages[1]: nobody can reach this stage: no way leads to it from “a”",
                    "stages[2]: nobody can reach this stage: no way leads to it from “a”",
                ])
        #expect(
            try faults { $0["stages"] = [stage("a"), stage("b", after: "b")] }
                == ["stages[1]: nobody can reach this stage: no way leads to it from “a”"])
        #expect(
            try faults { $0["stages"] = [stage("a", after: "b"), stage("b")] }.contains(
                "stages[0].after: the first stage is where everybody begins; it follows no other"))
    }

    @Test("misspelt names, wrong kinds and impossible values are told, all at once")
    func wrongValues() throws {
        let found = try faults { object in
            object["seat"] = 3
            object["seats"] = "many"
            object["applicants"] = ["youngest": 70, "oldest": 20, "regions": ["99"]]
            object["selection"] = ["method": "luck"]
            object["certificate"] = ["kind": "competence", "name": ["id": "x", "en": "x"], "criteria": ["id": "x", "en": "x"]]
            object["code"] = "UMKM Go"
            object["confirmation"] = "yes"
        }
        for part in [
            "seat: is not known here", "seats: should be a whole number", "applicants: nobody is at least 70 and at most 20",
            "applicants.regions[0]: “99” is no province", "selection.method: “luck” is not known; choose one of “first-come”",
            "certificate: a competence certificate needs an assessment", "code: “UMKM Go” may hold small letters",
            "confirmation: should be true or false",
        ] {
            #expect(found.contains { $0.hasPrefix(part) }, "\(part) in \(found)")
        }
        #expect(throws: DefinitionFaults.self) { try ProgrammeDefinition(json: Data("{".utf8)) }
        #expect(throws: DefinitionFaults.self) { try ProgrammeDefinition(json: Data("[1]".utf8)) }
        #expect(throws: DefinitionFaults.self) { try ProgrammeDefinition(json: Data(repeating: 0x20, count: 300_000)) }
    }

    @Test("bytes that chance has changed are read or refused, and never end the program")
    func survives() throws {
        var chance = SeededRandomness(seed: 41)
        let whole = try #require(NationalProgrammes.text("digital-talent-scholarship"))
        for _ in 0..<2_000 {
            var bytes = Array(whole.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<3, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &chance)], at: place)
                }
            }
            do {
                let definition = try ProgrammeDefinition(json: Data(bytes))
                #expect(!definition.stages.isEmpty && definition.seats > 0)
            } catch {
                #expect(!error.faults.isEmpty)
            }
        }
    }
}
