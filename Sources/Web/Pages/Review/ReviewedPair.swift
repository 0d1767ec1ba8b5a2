/// A pair of the review as its template sees it.
struct ReviewedPair: TemplateModel {
    let pair: ReviewPage.Pair
    let next: String
    let hidden: [HiddenValue]

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "firstSource": pair.first.source
        case "secondSource": pair.second.source
        case "firstPartner": .text(pair.first.partner)
        case "secondPartner": .text(pair.second.partner)
        case "hasFields": .flag(!pair.fields.isEmpty)
        case "fields": .list(pair.fields.map(ComparedField.init))
        case "instruction": .maybe(instruction)
        case "outcome": .maybe(outcome)
        case "verdicts": .maybe(verdicts.isEmpty ? nil : GivenVerdict.table(verdicts))
        // An arbiter reads the rows first.
        case "findings": .maybe(isDispute ? nil : findings)
        case "dispute": .maybe(isDispute ? findings : nil)
        case "asks": .flag(!answers.isEmpty)
        case "answers": .list(answers)
        case "action": .text(pair.address)
        case "hidden": .list(hidden)
        case "goOn": .text((answers.isEmpty ? next : pair.skip) + "#content")
        case "goOnWord":
            .phrase(answers.isEmpty ? Phrase("Pasangan berikutnya", "Next pair") : Phrase("Lewati dulu", "Skip for now"))
        // Beside an odd number of answers there is room for one more.
        case "isWide": .flag(answers.count.isMultiple(of: 2))
        case "goOnKey": .text(ReviewAnswer.goOnKey)
        default: nil
        }
    }

    private var isDispute: Bool { if case .dispute = pair.state { true } else { false } }

    private var instruction: Phrase? {
        switch pair.state {
        case .blind:
            Phrase(
                "Lihat kedua baris, lalu jawab. Pendapat mesin dan orang lain tampil sesudah kamu menjawab.",
                "Look at both rows, then answer. What the machine and others think is shown once you have answered.")
        case .dispute:
            Phrase(
                "Para pemeriksa berbeda pendapat. Jawabanmu sebagai penengah yang berlaku.",
                "The reviewers disagree. As the arbiter, your answer decides.")
        case .waiting, .decided: nil
        }
    }

    private var outcome: Notice? {
        switch pair.state {
        case .blind, .dispute: nil
        case .waiting:
            Notice(
                .information,
                Phrase(
                    "Para pemeriksa berbeda pendapat tentang pasangan ini. Seorang penengah yang memutuskan.",
                    "The reviewers disagree about this pair. An arbiter decides."))
        case .decided(let notice, _, _): notice
        }
    }

    private var verdicts: [GivenVerdict] {
        switch pair.state {
        case .blind, .waiting: []
        case .dispute(let verdicts, _), .decided(_, let verdicts, _): verdicts
        }
    }

    private var findings: ReviewFindings? {
        switch pair.state {
        case .blind, .waiting: nil
        case .dispute(_, let findings), .decided(_, _, let findings): findings
        }
    }

    private var answers: [ReviewAnswer] {
        switch pair.state {
        case .blind: [.same, .notSame, .unsure]
        // An arbiter who is not sure either leaves it to another one.
        case .dispute: [.same, .notSame]
        case .waiting, .decided: []
        }
    }
}
