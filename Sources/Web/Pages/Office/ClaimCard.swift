public import Nusantara

/// A row of a partner's list as it was sent, and why it was put to its business.
public struct ClaimCard: TemplateModel {
    /// A cell of the row; masked if it identifies a person.
    public struct Cell: TemplateModel, Hashable {
        public let header: String
        public let content: String

        public init(header: String, content: String) {
            self.header = header
            self.content = content
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "header": .text(header)
            case "content": .text(content)
            default: nil
            }
        }
    }

    public let partner: String
    public let programme: String?
    public let fileName: String
    public let line: Int
    public let day: CalendarDate
    /// How often the partner changed the row, plus one.
    public let version: Int
    /// Empty for a reader who may not see the row as it was sent.
    public let cells: [Cell]
    /// How it was decided: "Baris pertama tentang usaha ini", "NIB yang sama", "Diputuskan petugas", "Cocok menurut bobot".
    public let decision: Phrase
    /// How sure that is, 0 to 1; nil where it is a rule or the first row.
    public let probability: Double?
    /// What was found when it was put there.
    public let reasons: WeightWaterfall
    /// Where it is compared with the first row about its business; nil for that one.
    public let comparison: String?
    /// Where it is moved out into a business of its own; nil if it cannot be, or not by the reader.
    public let moveOut: String?

    public init(
        partner: String, programme: String?, fileName: String, line: Int, day: CalendarDate, version: Int, cells: [Cell], decision: Phrase,
        probability: Double?, reasons: WeightWaterfall = WeightWaterfall(steps: []), comparison: String? = nil,
        moveOut: String? = nil
    ) {
        self.partner = partner
        self.programme = programme
        self.fileName = fileName
        self.line = line
        self.day = day
        self.version = version
        self.cells = cells
        self.decision = decision
        self.probability = probability
        self.reasons = reasons
        self.comparison = comparison
        self.moveOut = moveOut
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "partner": .text(partner)
        case "programme": .maybe(programme)
        case "source": .sentence(Phrase("baris {1} dari {2}", "row {1} of {2}"), [.text(String(line)), .text(fileName)])
        case "day": .date(day)
        case "version": version > 1 ? .sentence(Phrase("versi ke-{1}", "version {1}"), [.whole(version)]) : .absent
        case "hasCells": .flag(!cells.isEmpty)
        case "cells": .list(cells)
        case "decision": .phrase(decision)
        case "probability": .maybe(probability)
        case "comparison": .maybe(comparison)
        case "moveOut": .maybe(moveOut)
        case "why": .maybe(reasons.sentence)
        case "reasons": .maybe(reasons.steps.isEmpty ? nil : reasons)
        default: nil
        }
    }
}
