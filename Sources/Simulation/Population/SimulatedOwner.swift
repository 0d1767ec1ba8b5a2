public import Nusantara

/// A person who owns one or more of the businesses. Invented: the numbers fit the rules of their kind and belong to nobody.
public struct SimulatedOwner: Sendable {
    let name: SimulatedName
    /// Whether the person is a woman.
    public let isFemale: Bool
    /// Whether the person became Haji or Hajjah at some time.
    let isPilgrim: Bool
    /// Number in ``Regions/regencies`` of where the person lives.
    let regency: UInt16
    let village: UInt16
    let streetSeed: UInt32
    let birthDay: Int32
    /// Sixteen digits: the identity number of the citizen.
    let identityNumber: UInt64
    /// Digits after the trunk 0: 81234567890.
    let phone: UInt64
    /// The number that the person has now, if it is another than ``phone``; otherwise 0.
    let laterPhone: UInt64
    /// The day on which the number changed.
    let phoneChangedOn: Int32
    /// What the name before the @ and its end are made from; 0 if the person has no e-mail address.
    let emailSeed: UInt32
    /// Index of the husband or wife among the owners, or -1.
    var spouse: Int32
    /// Index of the facilitator who looks after the person's group, or -1.
    let facilitator: Int32

    /// The telephone number as people write it: 081234567890.
    public var phoneNumber: String { "0\(phone)" }

    /// The day of birth, as it is in the identity number.
    public var birthDate: CalendarDate { CalendarDate(dayNumber: Int(birthDay)) }
}

/// Somebody of a village office who registers a whole group and leaves one telephone for all.
struct Facilitator: Sendable {
    let phone: UInt64
    let name: SimulatedName
}
