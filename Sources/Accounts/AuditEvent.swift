public import Nusantara
public import Storage

/// Something done that the trail must keep: who, what, about what.
public struct AuditEvent: Sendable, Hashable {
    /// Who did it; nil for the program itself.
    public let actor: PersonID?
    public let action: AuditAction
    public let subject: AuditSubject
    public let detail: AuditDetail

    public init(_ action: AuditAction, of subject: AuditSubject, by actor: PersonID?, detail: AuditDetail = [:]) {
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
    }
}

/// What was done, in a word of the program: `read`, `list.imported`.
///
/// Rooms declare their own: `extension AuditAction { static let listImported = AuditAction("list.imported") }`.
public struct AuditAction: Sendable, Hashable {
    /// The word as stored.
    public let name: String

    public init(_ name: StaticString) {
        self.name = name.description
    }

    init(stored name: String) {
        self.name = name
    }

    /// A person's data were shown or handed out. Every reading has this action; the detail says on which page or for what.
    public static let read = AuditAction("read")
    public static let personAdded = AuditAction("person.added")
    public static let personDeactivated = AuditAction("person.deactivated")
    public static let personReactivated = AuditAction("person.reactivated")
    public static let roleGranted = AuditAction("role.granted")
    public static let roleRevoked = AuditAction("role.revoked")
    public static let secretReset = AuditAction("secret.reset")
    public static let secretChanged = AuditAction("secret.changed")
    public static let signedIn = AuditAction("signed-in")
    public static let signInRefused = AuditAction("sign-in.refused")
    public static let signedOutEverywhere = AuditAction("signed-out.everywhere")
    public static let consentRecorded = AuditAction("consent.recorded")
    public static let consentWithdrawn = AuditAction("consent.withdrawn")
    public static let privacyRequestReceived = AuditAction("privacy-request.received")
    public static let privacyRequestHandled = AuditAction("privacy-request.handled")
}

/// What an entry of the trail is about: a kind, and an identifier if there is one.
public struct AuditSubject: Sendable, Hashable {
    /// A word of the program: `business`, `person`.
    public let kind: String
    /// Sixteen bytes; nil for what has no identifier.
    public let id: [UInt8]?

    public init<Subject>(kind: StaticString, id: Identifier<Subject>) {
        self.kind = kind.description
        self.id = id.bytes
    }

    public init(kind: StaticString) {
        self.kind = kind.description
        self.id = nil
    }

    init(storedKind: String, id: [UInt8]?) {
        self.kind = storedKind
        self.id = id
    }

    public static func business(_ id: BusinessID) -> AuditSubject { AuditSubject(kind: "business", id: id) }
    public static func partner(_ id: PartnerID) -> AuditSubject { AuditSubject(kind: "partner", id: id) }
    public static func person(_ id: PersonID) -> AuditSubject { AuditSubject(kind: "person", id: id) }
    public static func programme(_ id: ProgrammeID) -> AuditSubject { AuditSubject(kind: "programme", id: id) }
}

/// Particulars of an event, stored as one JSON object with sorted names.
///
/// A value is a number, a flag, an identifier, a region, a time or a word of the program, and nothing that a person typed, so that
/// personal data cannot get into a trail that is never erased.
public struct AuditDetail: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public struct Value: Sendable, Hashable {
        fileprivate let json: String

        public static func count(_ number: Int) -> Value { Value(json: String(number)) }
        public static func flag(_ flag: Bool) -> Value { Value(json: flag ? "true" : "false") }
        public static func id<Subject>(_ id: Identifier<Subject>) -> Value { Value(json: quoted(id.description)) }
        public static func region(_ region: RegionCode) -> Value { Value(json: quoted(region.rawValue)) }
        public static func time(_ time: Timestamp) -> Value { Value(json: quoted(time.description)) }
        /// A literal of the program.
        public static func word(_ word: StaticString) -> Value { Value(json: quoted(word.description)) }
        /// A case of an enumeration of the program.
        public static func word<Word: RawRepresentable & CaseIterable>(_ word: Word) -> Value where Word.RawValue == String {
            Value(json: quoted(word.rawValue))
        }
    }

    /// The JSON object.
    public let json: String

    /// If a name stands twice, its last value counts.
    public init(dictionaryLiteral elements: (StaticString, Value)...) {
        let members = Dictionary(elements.map { ($0.0.description, $0.1) }) { $1 }
        let sorted = members.sorted { $0.key < $1.key }
        json = "{" + sorted.map { quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
}

/// The text as a JSON string (RFC 8259, section 7).
private func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": json += "\\\""
        case "\\": json += "\\\\"
        case "\u{0}"..."\u{1F}": json += "\\u00" + [UInt8(scalar.value)].hexadecimal
        default: json.unicodeScalars.append(scalar)
        }
    }
    return json + "\""
}
