public import Storage

extension SQLConnection {
    /// A number that grows whenever ``latestLinkageQuality()`` or ``labelledProbabilities()`` may say something else: pages that are kept
    /// are kept under it.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func linkageQualityVersion() throws -> Int64 {
        try value("SELECT (SELECT COUNT(*) FROM claim_decision) + (SELECT COUNT(*) FROM clerical_sample)") ?? 0
    }
}
