import Accounts
import Journey
import Nusantara
import Storage

/// What people name at the terminal, found in the database or refused with what there is instead.
extension SQLConnection {
    /// - Throws: ``CommandFailure`` that names the partners there are.
    func partner(named code: String) throws -> Partner {
        if let partner = try partner(code: code) { return partner }
        let known = try partners().map(\.code)
        let choice = known.isEmpty ? "there are none yet" : "there are \(known.joined(separator: ", "))"
        throw CommandFailure(
            "no partner has the code “\(code)”; \(choice). Add one: naikkelas partner add \(code) \"Its name\" --kind marketplace")
    }

    /// - Throws: ``CommandFailure`` that names the programmes there are.
    func programme(named code: String) throws -> Programme {
        if let programme = try programme(code: code) { return programme }
        let known = try programmes().map(\.code)
        let choice = known.isEmpty ? "there are none yet" : "there are \(known.joined(separator: ", "))"
        throw CommandFailure("no programme has the code “\(code)”; \(choice). Add one: naikkelas programme add \(code) \"Its name\"")
    }
}

/// The region of a code in any version, or of a name that means one region only.
///
/// - Throws: ``CommandFailure`` that names the regions that may be meant.
func findRegion(_ text: String) throws -> Region {
    if text.uppercased() == RegionCode.nation.rawValue { return Regions.nation }
    if let region = Regions.resolve(code: text).region { return region }
    let found = Regions.find(text)
    if let region = found.region { return region }
    let candidates = found.candidates.prefix(5).map { "\($0.name) (\($0.code.rawValue))" }
    let hint =
        candidates.isEmpty
        ? "use a code of the Ministry of Home Affairs, such as 32 or 32.04" : "is it \(candidates.joined(separator: ", "))?"
    throw CommandFailure("no one region is called “\(text)”: \(hint)")
}
