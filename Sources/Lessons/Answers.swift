import Foundation

extension [String: Answer] {
    /// Reads answers as devices send them: `{"foto-1": [0, 2], "harga-1": 7500}`; nil if the text is something else.
    public init?(json: some Sequence<UInt8>) {
        guard let answers = try? JSONDecoder().decode(Self.self, from: Data(json)) else { return nil }
        self = answers
    }

    /// The same, always in one form: sorted by question, without blanks.
    public var json: String {
        let pairs = sorted { $0.key < $1.key }.map { id, answer in
            let value =
                switch answer {
                case .options(let places): "[\(places.sorted().map(String.init).joined(separator: ","))]"
                case .number(let number): "\(number)"
                }
            return "\"\(id.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })\":\(value)"
        }
        return "{\(pairs.joined(separator: ","))}"
    }
}

extension Answer: Decodable {
    /// Places of options, or a number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .options(Set(try container.decode([Int].self)))
        }
    }
}
