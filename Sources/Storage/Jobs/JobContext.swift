#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A job in the hands of its handler.
public struct JobContext: Sendable {
    let lease: JobLease

    public var job: Job { lease.job }

    /// The payload as it was given to ``SQLConnection/enqueue(_:payload:after:uniqueKey:now:)``.
    ///
    /// - Throws: ``JobRefusal`` if it cannot be read, which no later attempt would change.
    public func payload<Payload: Decodable>(as type: Payload.Type = Payload.self) throws -> Payload {
        do {
            return try JSONDecoder().decode(type, from: Data(job.payload.utf8))
        } catch {
            throw JobRefusal("the payload is no \(type)")
        }
    }

    /// Ends the job in the transaction of its effect, which then happens exactly once. Without it a job is ended after its handler
    /// returns, and its effect may happen again if the program dies in between.
    ///
    /// - Throws: `CancellationError` if another worker has taken the job over: the transaction has to be given up.
    public func complete(in connection: any SQLConnection) throws {
        guard try connection.complete(lease) else { throw CancellationError() }
    }
}

/// Thrown by a handler when trying again would not help.
public struct JobRefusal: Error, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ reason: String) {
        description = reason
    }
}
