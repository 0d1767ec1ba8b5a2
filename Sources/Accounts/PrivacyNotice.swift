public import Storage

/// What people are told before their data are recorded (law 27/2022, article 21). A change of the text is a new version; a receipt names
/// the one that was shown.
public struct PrivacyNotice: Sendable, Hashable {
    public let version: Int
    public let publishedAt: Timestamp
    public let indonesian: String
    public let english: String

    public init(version: Int, publishedAt: Timestamp, indonesian: String, english: String) {
        self.version = version
        self.publishedAt = publishedAt
        self.indonesian = indonesian
        self.english = english
    }

    init(row: any SQLRow) throws {
        self.init(version: try row[0], publishedAt: try row[1], indonesian: try row[2], english: try row[3])
    }
}

extension SQLConnection {
    /// The notice to show today.
    ///
    /// - Throws: ``StorageError``.
    public func currentPrivacyNotice() throws -> PrivacyNotice? {
        try first("SELECT version, published_at, indonesian, english FROM privacy_notice ORDER BY version DESC LIMIT 1") {
            try PrivacyNotice(row: $0)
        }
    }

    /// The notice that a receipt names.
    ///
    /// - Throws: ``StorageError``.
    public func privacyNotice(version: Int) throws -> PrivacyNotice? {
        try first("SELECT version, published_at, indonesian, english FROM privacy_notice WHERE version = \(version)") {
            try PrivacyNotice(row: $0)
        }
    }

    /// Publishes the next version, and returns its number.
    ///
    /// - Throws: ``StorageError``.
    public func publishPrivacyNotice(indonesian: String, english: String, at time: Timestamp) throws -> Int {
        let latest: Int = try value("SELECT COALESCE(MAX(version), 0) FROM privacy_notice") ?? 0
        try run(
            """
            INSERT INTO privacy_notice (version, published_at, indonesian, english)
            VALUES (\(latest + 1), \(time), \(indonesian), \(english))
            """)
        return latest + 1
    }
}

extension PrivacyNotice {
    /// The insertion of version 1, part of a migration and so never edited. Published on 1 January 2026, 00:00 in Jakarta.
    static let firstInsertion = """
        INSERT INTO privacy_notice (version, published_at, indonesian, english) VALUES (1, 1767200400000000,
        'Kami mencatat nama, nomor telepon, NIK, alamat dan data usaha Anda untuk pendataan dan pembinaan UMKM, sebagai tugas \
        pelayanan publik. NIK dan nomor telepon disimpan terkunci dan hanya dibuka oleh petugas yang berwenang; setiap pembukaan \
        dicatat dan dapat Anda lihat. Data Anda dibagikan ke lokapasar, dipakai untuk menghubungi Anda, atau ditampilkan di etalase \
        hanya jika Anda setuju, dan persetujuan dapat ditarik kapan saja. Data disimpan selama usaha Anda terdaftar, lalu dihapus \
        atau dibuat anonim. Anda berhak melihat, memperbaiki, membatasi, menghapus dan memindahkan data Anda; kami menjawab dalam \
        3 x 24 jam (UU 27/2022).',
        'We record your name, phone number, NIK, address and business data in order to register and support small businesses, as a \
        public duty. NIK and phone number are stored sealed and opened only by authorised officers; each opening is recorded and you \
        can see it. Your data are shared with marketplaces, used to contact you, or shown in the showcase only if you agree, and you \
        can withdraw at any time. Data are kept while your business is registered, then erased or made anonymous. You have the right \
        to see, correct, restrict, erase and move your data; we answer within 3 x 24 hours (Law 27/2022).')
        """
}
