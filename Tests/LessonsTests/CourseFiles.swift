@testable import Lessons

/// A small course as files.
enum CourseFiles {
    static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg>"

    static func lesson(_ title: String, _ heading: String, id: String, picture: String? = nil) -> String {
        """
        # \(title)

        Isi pelajaran.
        \(picture.map { "\n![Gambar](\($0))\n" } ?? "")
        ## \(heading)

        ### Berapa? {\(id)}
        = 5
          Lima.

        ### Mana? {\(id)-b}
        - [ ] Satu
          Bukan.
        - [x] Dua
          Ya.
        """
    }

    static let texts: [String: String] = [
        "course.json": """
        {"code": "contoh", "title": {"id": "Contoh", "en": "Example"}, "summary": {"id": "Ringkas", "en": "Short"},
         "pillar": "digital-skills", "minutes": 10, "passMark": 70}
        """,
        "01.id.md": lesson("Satu", "Pertanyaan", id: "satu", picture: "a.svg"),
        "01.en.md": lesson("One", "Questions", id: "satu", picture: "a.svg"),
        "02.id.md": lesson("Dua", "Pertanyaan", id: "dua"),
        "02.en.md": lesson("Two", "Questions", id: "dua"),
        "test.id.md": lesson("Ujian", "Pertanyaan", id: "ujian"),
        "test.en.md": lesson("Test", "Questions", id: "ujian"),
        "a.svg": picture,
    ]

    static func bytes(_ texts: [String: String] = texts) -> [String: [UInt8]] { texts.mapValues { Array($0.utf8) } }

    /// The files with one of them changed, or taken away.
    static func with(_ name: String, _ change: (String) -> String?) -> [String: [UInt8]] {
        var changed = texts
        changed[name] = change(texts[name] ?? "")
        return bytes(changed)
    }
}
