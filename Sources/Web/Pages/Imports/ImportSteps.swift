/// The four steps of an import, the same on each of its pages.
enum ImportSteps {
    static func list(current: Int) -> StepList {
        StepList(
            [
                Phrase("Pilih berkas", "Choose a file"), Phrase("Cocokkan kolom", "Match columns"), Phrase("Coba dulu", "Dry run"),
                Phrase("Simpan", "Store"),
            ], current: current)
    }
}
