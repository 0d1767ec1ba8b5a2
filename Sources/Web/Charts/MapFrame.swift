/// The frame of a province's map: its places fill it, at the same scale in both directions.
struct MapFrame {
    static let width = 360.0
    static let margin = 20.0

    let height: Double
    private let west: Double
    private let north: Double
    private let scale: Double
    private let offset: Double

    init(_ places: [RegionMap.Place]) {
        let longitudes = places.map(\.longitude)
        let latitudes = places.map(\.latitude)
        let west = longitudes.min() ?? 0
        let north = latitudes.max() ?? 0
        let across = max((longitudes.max() ?? 0) - west, 0.05)
        let down = max(north - (latitudes.min() ?? 0), 0.05)
        let inner = Self.width - 2 * Self.margin
        scale = min(inner / across, 300 / down)
        height = max(down * scale, 60) + 2 * Self.margin
        offset = Self.margin + (inner - across * scale) / 2
        self.west = west
        self.north = north
    }

    func position(of place: RegionMap.Place) -> (x: Double, y: Double) {
        (offset + (place.longitude - west) * scale, Self.margin + (north - place.latitude) * scale)
    }
}
