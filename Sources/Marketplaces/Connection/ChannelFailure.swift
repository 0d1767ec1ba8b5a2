/// What can go wrong between this program and a channel.
public enum ChannelFailure: Error, Sendable, Hashable {
    /// The channel did not answer in time, or the connection broke. Whether the call took effect is not known.
    case unreachable(String)
    /// The channel asks to be called less often.
    ///
    /// - seconds: how long it asks to wait, as far as it says.
    case throttled(seconds: Int?)
    /// Too many calls failed lately: this one was not sent.
    case resting(seconds: Int)
    /// The shop's permission has ended or was taken back: its owner has to connect it again.
    case disconnected(reason: String)
    /// The channel understood and said no, in its own words. To ask again without a change is of no use.
    case refused(code: String, reason: String)
    /// The channel failed on its own side and may do better later.
    case failing(code: String, reason: String)
    /// What came back cannot be read: HTML instead of JSON, or a field of another type. The beginning is kept, without secrets.
    case unreadable(String)

    /// Whether the same call may succeed later.
    public var isPassing: Bool {
        switch self {
        case .unreachable, .throttled, .resting, .failing, .unreadable: true
        case .disconnected, .refused: false
        }
    }
}

extension ChannelFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let reason): "the channel did not answer: \(reason)"
        case .throttled(let seconds): "the channel asks to wait\(seconds.map { " \($0) s" } ?? "")"
        case .resting(let seconds): "after many failures the channel is left alone for \(seconds) s"
        case .disconnected(let reason): "the shop has to be connected again: \(reason)"
        case .refused(let code, let reason): "the channel refused (\(code)): \(reason)"
        case .failing(let code, let reason): "the channel failed (\(code)): \(reason)"
        case .unreadable(let start): "the channel's answer cannot be read: \(start)"
        }
    }
}
