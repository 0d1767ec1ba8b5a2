public import Foundation
import Nusantara

extension ProgrammeDefinition {
    /// The longest file that is read, in bytes.
    public static let longest = 200_000

    /// Reads a definition.
    ///
    /// - Throws: ``DefinitionFaults`` with everything that is wrong, each with its place in the file.
    public init(json: Data) throws(DefinitionFaults) {
        guard json.count <= Self.longest else {
            throw DefinitionFaults(faults: [DefinitionFault("", "the file is longer than \(Self.longest) bytes")])
        }
        let tree: Any
        do {
            tree = try JSONSerialization.jsonObject(with: json)
        } catch {
            throw DefinitionFaults(faults: [DefinitionFault("", "is no JSON; look for a missing comma, quote or bracket")])
        }
        let faults = DefinitionNode.Faults()
        let root = DefinitionNode(value: tree, place: "", faults: faults)
        guard tree is [String: Any] else {
            throw DefinitionFaults(faults: [DefinitionFault("", "should be an object { … }")])
        }
        self = Self.read(root)
        if !faults.all.isEmpty { throw DefinitionFaults(faults: faults.all) }
    }

    private static func read(_ root: DefinitionNode) -> ProgrammeDefinition {
        root.knows([
            "code", "name", "summary", "pillar", "applicants", "selection", "seats", "offer-hours", "confirmation", "teams", "stages",
            "certificate", "voucher", "milestone",
        ])
        let stages = readStages(root.member("stages"))
        let certificate = readCertificate(root.member("certificate"))
        if let certificate, certificate.kind == .competence, !stages.contains(where: { $0.passMark != nil }) {
            root.member("certificate").fault(
                "a competence certificate needs an assessment: give a stage a “pass-mark”")
        }
        if !root.member("seats").isThere { root.member("seats").fault("is needed: how many people a cohort takes") }
        return ProgrammeDefinition(
            code: root.member("code").code(), name: root.member("name").localText(),
            summary: root.member("summary").localText(longest: 1000),
            pillar: root.member("pillar").choice(Pillar.self), applicants: readApplicants(root.member("applicants")),
            selection: readSelection(root.member("selection")), seats: root.member("seats").number(1...1_000_000, otherwise: 1),
            offerHours: root.member("offer-hours").number(1...720, otherwise: 24),
            needsConfirmation: root.member("confirmation").flag(otherwise: false), teams: readTeams(root.member("teams")), stages: stages,
            certificate: certificate, voucher: readVoucher(root.member("voucher")), milestone: readMilestone(root.member("milestone")))
    }

    private static func readApplicants(_ node: DefinitionNode) -> ApplicantRule {
        node.knows(["youngest", "oldest", "business", "regions", "months-between", "months-after-absence"])
        var rule = ApplicantRule(
            youngest: node.member("youngest").optionalNumber(0...120), oldest: node.member("oldest").optionalNumber(0...120),
            ownsBusiness: node.member("business").flag(otherwise: false),
            monthsBetween: node.member("months-between").number(0...120, otherwise: 0),
            monthsAfterAbsence: node.member("months-after-absence").number(0...120, otherwise: 0))
        if let youngest = rule.youngest, let oldest = rule.oldest, youngest > oldest {
            node.fault("nobody is at least \(youngest) and at most \(oldest) years old")
        }
        for region in node.member("regions").elements {
            let text = region.text()
            let code = RegionCode(rawValue: text)
            if Regions.region(code) != nil {
                rule.regions.append(code)
            } else {
                region.fault("“\(text)” is no province, regency or city; write its code: “35” or “35.78”")
            }
        }
        return rule
    }

    private static func readSelection(_ node: DefinitionNode) -> SelectionRule {
        node.knows(["method", "check", "pass-mark", "criteria", "reviewers"])
        var rule = SelectionRule(
            method: node.member("method").choice(SelectionRule.Method.self) ?? .firstCome,
            isChecked: node.member("check").flag(otherwise: false), passMark: node.member("pass-mark").number(0...100, otherwise: 0),
            reviewers: node.member("reviewers").number(1...9, otherwise: 1))
        var codes: Set<String> = []
        for criterion in node.member("criteria").elements {
            criterion.knows(["code", "name", "weight", "highest"])
            let code = criterion.member("code").code()
            if !codes.insert(code).inserted { criterion.fault("another criterion has the code “\(code)”") }
            rule.criteria.append(
                SelectionRule.Criterion(
                    code: code, name: criterion.member("name").localText(),
                    weight: criterion.member("weight").number(1...1000, otherwise: 1),
                    highest: criterion.member("highest").number(1...1000, otherwise: 5)))
        }
        if rule.method == .rubric, rule.criteria.isEmpty { node.member("criteria").fault("a rubric needs at least one criterion") }
        if rule.method != .rubric, !rule.criteria.isEmpty { node.member("criteria").fault("only the method “rubric” uses criteria") }
        return rule
    }

    private static func readTeams(_ node: DefinitionNode) -> TeamRule? {
        guard node.isThere else { return nil }
        node.knows(["smallest", "largest", "roles"])
        let rule = TeamRule(
            smallest: node.member("smallest").number(1...100, otherwise: 1), largest: node.member("largest").number(1...100, otherwise: 5),
            roles: node.member("roles").elements.map { $0.code() })
        if rule.smallest > rule.largest { node.fault("the smallest team is larger than the largest") }
        if rule.roles.count > rule.largest { node.fault("a team of \(rule.largest) cannot hold \(rule.roles.count) roles") }
        return rule
    }

    private static func readStages(_ node: DefinitionNode) -> [Stage] {
        guard node.isThere else {
            node.fault("is needed: at least one stage")
            return []
        }
        let elements = node.elements
        if elements.isEmpty, node.value is [Any] { node.fault("at least one stage is needed") }
        var stages: [Stage] = []
        for element in elements {
            element.knows(["code", "name", "after", "attendance", "pass-mark", "seats", "course"])
            let code = element.member("code").code()
            if stages.contains(where: { $0.code == code }) { element.fault("another stage has the code “\(code)”") }
            // Unless something else is said, a stage follows the one that is written before it.
            let after = element.member("after").isThere ? element.member("after").code() : stages.last?.code
            stages.append(
                Stage(
                    code: code, name: element.member("name").localText(), after: after,
                    attendance: element.member("attendance").share(otherwise: 0),
                    passMark: element.member("pass-mark").optionalNumber(0...100),
                    seats: element.member("seats").optionalNumber(1...1_000_000), course: readCourse(element)))
        }
        checkReach(stages, elements)
        return stages
    }

    /// A course assesses, so that the stage has to say what is enough.
    private static func readCourse(_ stage: DefinitionNode) -> String? {
        guard stage.member("course").isThere else { return nil }
        if !stage.member("pass-mark").isThere { stage.fault("a stage with a “course” needs a “pass-mark” for its final test") }
        return stage.member("course").code()
    }

    /// Every stage is reached from the first, and from each stage one way leads on.
    private static func checkReach(_ stages: [Stage], _ elements: [DefinitionNode]) {
        var followers: [String: String] = [:]
        for (place, stage) in stages.enumerated() {
            guard let after = stage.after else {
                if place > 0 { elements[place].fault("nobody can reach this stage") }
                continue
            }
            if place == 0 {
                elements[place].member("after").fault("the first stage is where everybody begins; it follows no other")
            } else if !stages.contains(where: { $0.code == after }) {
                elements[place].member("after").fault("there is no stage “\(after)”, so nobody can reach this one")
            } else if let other = followers.updateValue(stage.code, forKey: after) {
                elements[place].member("after").fault("“\(other)” follows “\(after)” already, so nobody can reach this stage")
            }
        }
        var reached: Set<String> = []
        var current = stages.first?.code
        while let code = current, reached.insert(code).inserted { current = stages.first { $0.after == code && $0.code != code }?.code }
        for (place, stage) in stages.enumerated() where place > 0 && !reached.contains(stage.code) {
            guard stages.contains(where: { $0.code == stage.after }) else { continue }
            guard !elements[place].faults.all.contains(where: { $0.place.hasPrefix(elements[place].place) }) else { continue }
            elements[place].fault("nobody can reach this stage: no way leads to it from “\(stages[0].code)”")
        }
    }

    private static func readCertificate(_ node: DefinitionNode) -> CertificateRule? {
        guard node.isThere else { return nil }
        node.knows(["kind", "name", "criteria", "valid-years"])
        return CertificateRule(
            kind: node.member("kind").choice(CertificateRule.Kind.self) ?? .completion, name: node.member("name").localText(),
            criteria: node.member("criteria").localText(longest: 1000), validYears: node.member("valid-years").optionalNumber(1...50))
    }

    private static func readVoucher(_ node: DefinitionNode) -> VoucherRule? {
        guard node.isThere else { return nil }
        node.knows(["value", "days", "rating"])
        return VoucherRule(
            value: node.member("value").number(0...1_000_000_000, otherwise: 0), days: node.member("days").number(1...3650, otherwise: 30),
            needsRating: node.member("rating").flag(otherwise: false))
    }

    private static func readMilestone(_ node: DefinitionNode) -> MilestoneRule? {
        guard node.isThere else { return nil }
        node.knows(["kind", "detail"])
        guard let kind = node.member("kind").choice(MilestoneRule.Kind.self) else {
            if !node.member("kind").isThere { node.member("kind").fault("is needed") }
            return nil
        }
        return MilestoneRule(kind: kind, detail: node.member("detail").code())
    }
}

extension ProgrammeDefinition {
    /// Reads a definition that was kept, which was in order when it was.
    ///
    /// - Throws: ``DefinitionFaults``.
    public init(stored text: String) throws(DefinitionFaults) {
        try self.init(json: Data(text.utf8))
    }
}
