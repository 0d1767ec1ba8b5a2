import Crypto
public import Storage

/// One link of the trail: an event, its place, and a hash over it and everything before it.
public struct AuditEntry: Sendable, Hashable {
    /// 1, 2, 3 … without gaps.
    public let sequence: Int64
    public let at: Timestamp
    /// Who did it; nil for the program itself.
    public let actor: PersonID?
    public let action: AuditAction
    public let subject: AuditSubject
    /// A JSON object without personal data.
    public let detail: String
    /// The hash of the entry before, or 32 zero bytes.
    public let previousHash: [UInt8]
    /// ``expectedHash`` as it was when the entry was written.
    public let hash: [UInt8]
}

extension AuditEntry {
    /// The entry that follows the given place in the chain.
    init(_ event: AuditEvent, at time: Timestamp, after head: AuditHead) {
        let sequence = head.sequence + 1
        self.init(
            sequence: sequence, at: time, actor: event.actor, action: event.action, subject: event.subject, detail: event.detail.json,
            previousHash: head.hash,
            hash: Self.hash(
                sequence: sequence, at: time, actor: event.actor, action: event.action, subject: event.subject,
                detail: event.detail.json, previousHash: head.hash))
    }

    /// What the hash must be if nothing was changed.
    public var expectedHash: [UInt8] {
        Self.hash(
            sequence: sequence, at: at, actor: actor, action: action, subject: subject, detail: detail, previousHash: previousHash)
    }

    /// SHA-256 over the fields in their order, each so written that no two entries have the same bytes: whole numbers in eight bytes,
    /// big-endian; what may be missing behind a 0 or a 1; text behind its length.
    private static func hash(
        sequence: Int64, at time: Timestamp, actor: PersonID?, action: AuditAction, subject: AuditSubject, detail: String,
        previousHash: [UInt8]
    ) -> [UInt8] {
        var bytes = Array("naikkelas audit 1".utf8)
        bytes.reserveCapacity(256 + detail.utf8.count)
        func append(_ number: Int64) {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
            }
        }
        func append(_ content: some Collection<UInt8>) {
            append(Int64(content.count))
            bytes.append(contentsOf: content)
        }
        func append(_ content: [UInt8]?) {
            bytes.append(content == nil ? 0 : 1)
            if let content { append(content[...]) }
        }
        append(sequence)
        append(time.rawValue)
        append(actor?.bytes)
        append(action.name.utf8)
        append(subject.kind.utf8)
        append(subject.id)
        append(detail.utf8)
        append(previousHash[...])
        return Array(SHA256.hash(data: bytes))
    }
}

/// The last place of the chain. Written down elsewhere (printed in a bulletin, mailed to an auditor), it proves later that nothing before
/// it was rewritten, even by somebody with the whole database in hand.
public struct AuditHead: Sendable, Hashable {
    /// The number of the last entry, 0 if there is none.
    public let sequence: Int64
    /// Its hash; 32 zero bytes if there is none.
    public let hash: [UInt8]

    public init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }
}
