/// Who issues certificates: the `Profile` of Open Badges 3.0.
public struct IssuerProfile: Sendable, Hashable {
    /// A URI that stays the same for ever, such as `https://naikkelas.example/issuer`.
    public let id: String
    /// The name that people read.
    public let name: String
    /// A page about the issuer.
    public let url: String?

    public init(id: String, name: String, url: String? = nil) {
        self.id = id
        self.name = name
        self.url = url
    }

    var json: JSONValue {
        JSONValue.object(["id": .string(id), "type": ["Profile"], "name": .string(name)]).with("url", url.map(JSONValue.string))
    }

    init?(json: JSONValue) {
        guard let id = json["id"]?.string, let name = json["name"]?.string else { return nil }
        self.init(id: id, name: name, url: json["url"]?.string)
    }
}
