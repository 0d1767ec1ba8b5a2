import Learning
import Storage

/// The form that opens a poll or a quiz: a question, two to six options, and which of them is right if any.
struct LivePollForm: Sendable {
    var id = LivePollID().description
    var question = ""
    var options: [String] = []
    var right = ""
    var seconds = ""
    var isWrong = false

    init() {}

    init(_ fields: FormFields) {
        id = fields["id"] ?? LivePollID().description
        question = String((fields["question"] ?? "").prefix(LivePoll.questionLimit))
        options = (0..<LivePoll.optionCount.upperBound).map { String((fields["option\($0)"] ?? "").prefix(LivePoll.optionLimit)) }
        right = fields["right"] ?? ""
        seconds = fields["seconds"] ?? ""
    }

    /// The poll that the form describes, or nil if something is missing. Empty options between others are left out.
    func poll(at time: Timestamp) -> LivePoll? {
        let filled = options.indices.filter { !options[$0].isEmpty }
        var rightOption: Int?
        if !right.isEmpty {
            guard let place = Int(right).flatMap({ filled.firstIndex(of: $0) }) else { return nil }
            rightOption = place
        }
        var limit: Int?
        if !seconds.isEmpty {
            guard let number = Int(seconds) else { return nil }
            limit = number
        }
        return LivePoll(
            id: LivePollID(id) ?? LivePollID(), question: question, options: filled.map { options[$0] }, rightOption: rightOption,
            seconds: limit, openedAt: time)
    }

    func form(action: String) -> Form {
        let places = 0..<LivePoll.optionCount.upperBound
        var fields = [FormField("question", Phrase("Pertanyaan", "Question"), content: question)]
        fields += places.map { place in
            FormField(
                "option\(place)", Phrase("Pilihan \(place + 1)", "Option \(place + 1)"),
                content: options.indices.contains(place) ? options[place] : "", isRequired: place < LivePoll.optionCount.lowerBound)
        }
        let none = FormField.Option("", Phrase("Tidak ada: jajak pendapat", "None: a poll"), isChosen: right.isEmpty)
        fields.append(
            FormField(
                "right", Phrase("Jawaban benar", "Right answer"),
                .choice(
                    [none]
                        + places.map { place in
                            FormField.Option(
                                "\(place)", Phrase("Pilihan \(place + 1): kuis", "Option \(place + 1): a quiz"),
                                isChosen: right == "\(place)")
                        }),
                isRequired: false))
        fields.append(
            FormField(
                "seconds", Phrase("Waktu dalam detik", "Time in seconds"), .digits(4),
                hint: Phrase("5 sampai 3600; kosongkan kalau ditutup sendiri", "5 to 3600; leave empty to close it by hand"),
                content: seconds, isRequired: false))
        return Form(
            action: action, fields: fields, submit: Phrase("Mulai", "Start"),
            problem: isWrong
                ? Phrase(
                    "Isi pertanyaan dan paling sedikit dua pilihan; jawaban benar harus salah satunya; waktu 5 sampai 3600 detik.",
                    "Fill in the question and at least two options; the right answer must be one of them; the time is 5 to 3600 seconds.")
                : nil,
            hidden: [HiddenValue("id", id)])
    }
}
