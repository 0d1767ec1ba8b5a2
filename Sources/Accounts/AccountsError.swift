/// Why a change to accounts, consent or requests is refused.
public enum AccountsError: Error, Sendable, Hashable {
    /// Another person signs in with this name.
    case signInNameTaken
    /// Another person signs in with this phone number.
    case phoneTaken
    /// The text is no Indonesian mobile number, or several.
    case phoneUnreadable
    /// A name is empty, or what the person's kind signs in with is missing.
    case incomplete
    case weakSecret(WeakSecret)
    /// The PIN or password that was to be changed is another one.
    case secretDiffers
    case unknownPerson
    /// The role is not for persons of this kind: staff roles need the sign-in of staff.
    case roleNotForKind(Role, Person.Kind)
    /// A grant of the role ``Role/partner`` names its partner.
    case partnerMissing
    case unknownReceipt
    /// Only what rests on consent can be withdrawn, and once.
    case notWithdrawable
    /// There is no such request, or it has been handled.
    case notOpen
}
