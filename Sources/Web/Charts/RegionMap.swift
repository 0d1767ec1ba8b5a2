public import Nusantara

/// Indonesia, or one province, as circles at the centres of its regencies and cities.
///
/// Shade and size both follow the class of the figure, so the map can be read without colour and large areas do not shout.
public struct RegionMap: Chart {
    public struct Place: Sendable {
        public let code: RegionCode
        public let name: String
        public let latitude: Double
        public let longitude: Double
        public let count: Tally

        public init(code: RegionCode, name: String, latitude: Double, longitude: Double, count: Tally) {
            self.code = code
            self.name = name
            self.latitude = latitude
            self.longitude = longitude
            self.count = count
        }
    }

    public enum Extent: Sendable, Hashable {
        /// The whole country; each circle names its regency, a click leads to the province.
        case nation
        /// One province, as large as it goes; a click leads to the regency.
        case province
    }

    public let metric: Phrase
    public let extent: Extent
    public let places: [Place]
    /// The names of the provinces, which the links of the national map carry.
    public let provinceNames: [RegionCode: String]
    /// The query that keeps programme, partner and period when a region is opened: `?partner=shopee`, or empty.
    public let query: String
    private let classes: MapClasses

    public init(metric: Phrase, extent: Extent, places: [Place], provinceNames: [RegionCode: String] = [:], query: String = "") {
        self.metric = metric
        self.extent = extent
        self.places = places
        self.provinceNames = provinceNames
        self.query = query
        classes = MapClasses(places.map(\.count))
    }

    /// The page has the table of regions anyway.
    public var table: DataTable? { nil }

    public func draw(in language: Language) -> SafeMarkup {
        MarkupPen.markup { pen in
            switch extent {
            case .nation: drawNation(in: language, with: &pen)
            case .province: drawProvince(in: language, with: &pen)
            }
            drawLegend(in: language, with: &pen)
        }
    }

    /// 20 units to a degree, from 94.5° east and 6.4° north: half a unit is three kilometres.
    private func drawNation(in language: Language, with pen: inout MarkupPen) {
        pen.element(
            "svg", ["class": "chart map nation", "role": "group", "aria-label": .text(metric[language]), "viewBox": "0 0 936 352"]
        ) { pen in
            let provinces = Dictionary(grouping: places) { $0.code.parent ?? $0.code }
            for (province, members) in provinces.sorted(by: { $0.key < $1.key }) {
                pen.element(
                    "a",
                    [
                        "href": .text(Paths.region(province) + query), "tabindex": "-1",
                        "aria-label": .text(provinceNames[province] ?? province.rawValue),
                    ]
                ) { pen in
                    for (index, members) in Dictionary(grouping: members, by: { classes.index(of: $0.count) }).sorted(by: {
                        $0.key > $1.key
                    }) {
                        pen.element("g", ["class": .text("k\(index)")]) { pen in
                            for place in members {
                                let x = Int(((place.longitude - 94.5) * 20).rounded())
                                let y = Int(((6.4 - place.latitude) * 20).rounded())
                                // A line of no length with round ends is a circle that costs fewer bytes than a circle.
                                pen.element("path", ["d": .text("M\(x) \(y)h0")]) { pen in
                                    pen.element("title", text: "\(place.name) \(place.count.text(in: language))")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func drawProvince(in language: Language, with pen: inout MarkupPen) {
        let frame = MapFrame(places)
        let spots = places.map { place in
            let (x, y) = frame.position(of: place)
            return MapLabels.Spot(x: x, y: y, radius: 3 + 1.8 * Double(classes.index(of: place.count)), name: place.name)
        }
        let order = places.indices.sorted { places[$0].count.size > places[$1].count.size }
        let labels = MapLabels(spots, mostImportantFirst: order, width: MapFrame.width)
        pen.element(
            "svg",
            [
                "class": "chart map province", "role": "group", "aria-label": .text(metric[language]),
                "viewBox": .text("0 0 \(MarkupPen.coordinate(MapFrame.width)) \(MarkupPen.coordinate(frame.height))"),
            ]
        ) { pen in
            for index in order {
                let place = places[index]
                pen.element(
                    "a", ["href": .text(Paths.region(place.code) + query), "tabindex": "-1", "aria-label": .text(place.name)]
                ) { pen in
                    pen.element(
                        "circle",
                        [
                            "class": .text("c\(classes.index(of: place.count))"), "cx": .number(spots[index].x),
                            "cy": .number(spots[index].y),
                            "r": .number(spots[index].radius),
                        ]
                    ) { pen in
                        pen.element("title", text: "\(place.name) \(place.count.text(in: language))")
                    }
                }
            }
            for label in labels.placed {
                pen.element(
                    "text",
                    ["class": .text(label.isLeft ? "note end" : "note"), "x": .number(label.x), "y": .number(label.y)], text: label.name)
            }
        }
    }

    private func drawLegend(in language: Language, with pen: inout MarkupPen) {
        let ranges = classes.ranges(in: language)
        pen.element("ul", ["class": "legend"]) { pen in
            for (index, range) in ranges {
                pen.element("li") { pen in
                    pen.element("svg", ["width": 26, "height": 26, "aria-hidden": "true"]) { pen in
                        pen.element(
                            "circle", ["class": .text("c\(index)"), "cx": 13, "cy": 13, "r": .number(2.5 + 1.9 * Double(index))])
                    }
                    pen.element("span", text: range)
                }
            }
        }
    }
}
