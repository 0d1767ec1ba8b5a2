import Foundation

// The figures stand beside the names of what they are about, and not in an object of their own.

extension ProgressReport.Part {
    private enum CodingKeys: CodingKey {
        case code, name
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(name, forKey: .name)
        try figures.encode(to: encoder)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            code: try container.decode(String.self, forKey: .code), name: try container.decode(String.self, forKey: .name),
            figures: try ProgressReport.Figures(from: decoder))
    }
}

extension ProgressReport {
    private enum CodingKeys: CodingKey {
        case day, region, programme, partner, from, to, partners, regions, programmes
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(day, forKey: .day)
        try container.encode(region, forKey: .region)
        try container.encodeIfPresent(programme, forKey: .programme)
        try container.encodeIfPresent(partner, forKey: .partner)
        try container.encodeIfPresent(from, forKey: .from)
        try container.encodeIfPresent(to, forKey: .to)
        try figures.encode(to: encoder)
        try container.encode(partners, forKey: .partners)
        try container.encode(regions, forKey: .regions)
        try container.encode(programmes, forKey: .programmes)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            day: try container.decodeIfPresent(String.self, forKey: .day), region: try container.decode(String.self, forKey: .region),
            programme: try container.decodeIfPresent(String.self, forKey: .programme),
            partner: try container.decodeIfPresent(String.self, forKey: .partner),
            from: try container.decodeIfPresent(String.self, forKey: .from), to: try container.decodeIfPresent(String.self, forKey: .to),
            figures: try Figures(from: decoder), partners: try container.decode([Part].self, forKey: .partners),
            regions: try container.decode([Part].self, forKey: .regions), programmes: try container.decode([Part].self, forKey: .programmes)
        )
    }
}
