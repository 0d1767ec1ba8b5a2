import Synchronization

/// Public pages as bytes, each valid for one version of the counts.
final class PageCache: Sendable {
    struct Key: Hashable, Sendable {
        let path: String
        let language: Language
        let theme: Frame.Theme
    }

    struct Entry: Sendable {
        let plain: [UInt8]
        let compressed: [UInt8]?
        /// The strong validator, quotes included.
        let tag: String
    }

    private struct State {
        var version: Int64 = -1
        var entries: [Key: Entry] = [:]
        /// When the version was last asked for.
        var checkedAt: ContinuousClock.Instant?
    }

    private static let limit = 2048
    /// For so long the version counts as known; a page may be that much behind.
    private static let patience = Duration.milliseconds(200)
    private let state = Mutex(State())

    /// The version that was known a moment ago, or nil if it should be asked for.
    func knownVersion() -> Int64? {
        state.withLock { state in
            guard let checked = state.checkedAt, ContinuousClock.now - checked < Self.patience else { return nil }
            return state.version
        }
    }

    /// Says which version the counts have; pages of another one are forgotten.
    func note(version: Int64) {
        state.withLock { state in
            if version != state.version {
                state.version = version
                state.entries.removeAll(keepingCapacity: true)
            }
            state.checkedAt = .now
        }
    }

    subscript(key: Key, version: Int64) -> Entry? {
        state.withLock { $0.version == version ? $0.entries[key] : nil }
    }

    func keep(_ entry: Entry, for key: Key, version: Int64) {
        state.withLock { state in
            guard version == state.version else { return }
            if state.entries.count >= Self.limit { state.entries.removeAll(keepingCapacity: true) }
            state.entries[key] = entry
        }
    }
}
