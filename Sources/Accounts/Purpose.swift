/// What a sealed or fingerprinted value is: a value sealed for one purpose does not open for another, and the same text has unrelated
/// fingerprints under different purposes.
///
/// Rooms declare their own beside these: `extension Purpose { static let claimRow = Purpose("claim-row") }`.
public struct Purpose: Sendable, Hashable {
    let name: String

    /// - Parameter name: a literal of the program, never changed once values have been stored under it.
    public init(_ name: StaticString) {
        self.name = name.description
    }

    /// The number of a person (Nomor Induk Kependudukan).
    public static let nik = Purpose("nik")
    /// The number of a business (Nomor Induk Berusaha).
    public static let nib = Purpose("nib")
    /// The tax number (Nomor Pokok Wajib Pajak).
    public static let npwp = Purpose("npwp")
    /// A phone number, written `+62…`.
    public static let phone = Purpose("phone")
    /// An account at a bank.
    public static let bankAccount = Purpose("bank-account")

    static let signInName = Purpose("sign-in-name")
    static let address = Purpose("address")
    static let device = Purpose("device")
    static let secret = Purpose("secret")
    static let oneTimeCode = Purpose("one-time-code")
}
