import Foundation

/// A request as it arrived, byte by byte: what signatures are checked against.
public struct ArrivedRequest: Sendable {
    let method: String
    /// As sent, without the query.
    let path: String
    /// As sent, in its order, decoded.
    let query: [(name: String, value: String)]
    let headers: [String: String]
    let body: [UInt8]

    /// - Parameters:
    ///   - target: path and query as they were sent.
    ///   - headers: by their names in small letters.
    public init(method: String, target: String, headers: [String: String], body: [UInt8]) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        query =
            parts.count < 2
            ? []
            : parts[1].split(separator: "&").map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
            }
        self.headers = headers
        self.body = body
    }

    func first(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// Every value of a name, whether it stands several times or has commas in it.
    func all(_ name: String) -> [String] {
        query.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map(String.init) }
    }

    /// The body as an object; nil if it is none.
    var object: [String: Any]? { (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] }

    private static func decoded(_ text: Substring) -> String {
        text.replacing("+", with: " ").removingPercentEncoding ?? String(text)
    }
}

/// What is answered.
public struct SentAnswer: Sendable {
    public var status = 200
    public var type = "application/json"
    public var headers: [String: String] = [:]
    public var body: [UInt8]

    static func json(_ value: [String: Any], status: Int = 200) -> SentAnswer {
        // Values of the simulator itself: encoding them does not fail.
        let data = (try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])) ?? Data("{}".utf8)
        return SentAnswer(status: status, body: Array(data))
    }

    static func page(_ status: Int, _ text: String) -> SentAnswer {
        SentAnswer(status: status, type: "text/html", body: Array("<html><body><h1>\(text)</h1></body></html>".utf8))
    }

    static func redirect(to address: String) -> SentAnswer {
        SentAnswer(status: 302, type: "text/html", headers: ["location": address], body: [])
    }
}

extension [String: Any] {
    /// A whole number under a name, also where it was written as text.
    func number(_ name: String) -> Int? { (self[name] as? NSNumber)?.intValue ?? (self[name] as? String).flatMap { Int($0) } }

    func text(_ name: String) -> String? { self[name] as? String }

    func list(_ name: String) -> [[String: Any]] { self[name] as? [[String: Any]] ?? [] }
}
