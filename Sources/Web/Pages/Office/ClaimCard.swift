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

    /// What one field said for or against its being the same business.
    public struct Reason: Sendable, Hashable {
        public let field: Phrase
        /// How far both agree: "sama persis", "mirip", "berbeda".
        public let agreement: Phrase
        /// In bits: 10 bits make it a thousand times as likely, −10 a thousand times less.
        public let weight: Double

        public init(field: Phrase, agreement: Phrase, weight: Double) {
            self.field = field
            self.agreement = agreement
            self.weight = weight
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
    public let reasons: [Reason]

    public init(
        partner: String, programme: String?, fileName: String, line: Int, day: CalendarDate, version: Int, cells: [Cell], decision: Phrase,
        probability: Double?, reasons: [Reason]
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
        case "reasons": .maybe(reasons.isEmpty ? nil : ReasonBars(reasons: reasons))
        default: nil
        }
    }
}
