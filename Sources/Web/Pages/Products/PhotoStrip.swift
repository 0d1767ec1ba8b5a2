/// Small photos in a row.
struct PhotoStrip: Drawing {
    /// The addresses of the photos.
    let photos: [String]
    /// What they show.
    let title: String

    func draw(in language: Language) -> SafeMarkup {
        MarkupPen.markup { pen in
            for (index, photo) in photos.enumerated() {
                pen.element(
                    "img",
                    [
                        "src": .text(photo), "alt": .text(index == 0 ? title : "\(title) (\(index + 1))"), "class": "thumb",
                        "loading": "lazy",
                        "width": 120, "height": 120,
                    ])
            }
        }
    }
}
