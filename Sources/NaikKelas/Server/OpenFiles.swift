import Foundation

/// How many connections the process may hold.
enum OpenFiles {
    /// Raises the limit as far as the system lets the process: each watcher of a live room is a connection that stays open.
    ///
    /// - Returns: the limit that holds now.
    @discardableResult
    static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        if limit.rlim_cur < limit.rlim_max {
            var wanted = limit
            wanted.rlim_cur = limit.rlim_max
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &wanted) == 0 { return Int(clamping: wanted.rlim_cur) }
        }
        return Int(clamping: limit.rlim_cur)
    }
}
