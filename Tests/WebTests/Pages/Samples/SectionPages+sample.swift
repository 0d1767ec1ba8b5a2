import Credentials
import Nusantara

@testable import Web

extension SectionPage {
    static let sample = SectionPage(
        title: Phrase("Kelas dasar", "Basic class"), place: .classes, lead: .text(typedText),
        back: Link("/office/programmes", Phrase("Semua program", "All programmes")),
        notes: [Notice(.warning, Phrase("Hati-hati.", "Careful."))],
        figures: [Figure(Phrase("hadir", "present"), 1234), Figure(Phrase("peserta", "participants"), 0)],
        sections: [
            Section(
                Phrase("Kode", "Code"), anchor: "code", paragraphs: [.text(typedText), .phrase(Phrase("Baca kode.", "Read the code."))],
                picture: QRCode("https://contoh.example/1", label: Phrase("Kode kehadiran", "Attendance code")),
                links: [Link("/programmes", Phrase("Program", "Programmes"))]),
            Section(
                table: DataTable(
                    caption: Phrase("Peserta", "Participants"),
                    columns: [.init(Phrase("Nama", "Name")), .init(Phrase("Keadaan", "State"))],
                    rows: [[.init(.text(typedText)), .init(.phrase(Phrase("Hadir", "Present")), mark: .good)]]),
                forms: [
                    Form(
                        action: "/office/classes/x",
                        fields: [
                            FormField("text", Phrase("Nilai", "Results"), .paragraphs, content: typedText),
                            FormField("starts", Phrase("Mulai", "Starts"), .moment),
                        ], submit: Phrase("Simpan", "Save"))
                ]),
        ])
    static let sampleBare = SectionPage(title: Phrase("Kehadiran", "Attendance"), place: nil, sections: [], refresh: 15)
}

extension CheckPage {
    static let sampleAnswer = CheckPage(
        typed: typedText,
        verification: Verification.verify("NK1:AAAA", history: nil, revocations: nil, at: CalendarDate(dayNumber: 20_000)))
}
