public import Credentials
import Nusantara

/// A certificate on paper: A4 lying, with a code that carries the signed certificate itself.
public struct CertificatePaper: Sendable {
    public let facts: CertificateFacts
    public let issuer: String
    public let criteria: String
    /// What the code leads to: the checker with the certificate behind `#`.
    public let address: String
    public let language: Language

    public init(facts: CertificateFacts, issuer: String, criteria: String, address: String, language: Language) {
        self.facts = facts
        self.issuer = issuer
        self.criteria = criteria
        self.address = address
        self.language = language
    }

    /// The paper as PDF; nil if it could not be written.
    public func pdf() -> [UInt8]? {
        let pen = PaperPen(width: 842, height: 595)
        pen.frame(x: 24, y: 24, width: 794, height: 547, line: 3, grey: 0.2)
        pen.frame(x: 32, y: 32, width: 778, height: 531)
        let width = 700.0
        func centred(_ text: String, _ y: Double, _ size: Double, isBold: Bool = false, lines: Int32 = 1) {
            pen.write(text, x: 71, y: y, size: size, isBold: isBold, width: width, lines: lines, alignment: .centre)
        }
        centred(issuer, 62, 16)
        centred(kind[language].uppercased(), 96, 26, isBold: true)
        centred(Phrase("diberikan kepada", "is given to")[language], 146, 13)
        centred(facts.name ?? "", 170, 32, isBold: true)
        centred(Phrase("untuk", "for")[language], 226, 13)
        centred(facts.achievement, 248, 22, isBold: true, lines: 2)
        centred(facts.programme, 310, 14)
        centred(criteria, 338, 11, lines: 2)
        let code = QRCode(address, label: Phrase("Kode sertifikat", "Code of the certificate"))
        pen.draw(code, x: 620, y: 390, side: 150)
        var y = 400.0
        for line in lines { y += pen.write(line, x: 71, y: y, size: 11, width: 520, lines: 2) + 6 }
        return pen.finish()
    }

    private var kind: Phrase {
        facts.kind == .competence
            ? Phrase("Sertifikat kompetensi", "Certificate of competence") : Phrase("Sertifikat", "Certificate of completion")
    }

    private var lines: [String] {
        var lines = [
            Phrase("Nomor {1}", "Number {1}").filled([facts.number], in: language),
            Phrase("Terbit {1}", "Issued {1}").filled([language.date(facts.issued)], in: language),
        ]
        if let expires = facts.expires {
            lines.append(Phrase("Berlaku sampai {1}", "Valid until {1}").filled([language.date(expires)], in: language))
        }
        lines.append(
            Phrase(
                "Baca kode di samping dengan kamera HP untuk memeriksa sertifikat ini, juga tanpa internet.",
                "Read the code with a phone’s camera to check this certificate, without a network too.")[language])
        return lines
    }
}
