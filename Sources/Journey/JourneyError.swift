public import Accounts
public import Storage

/// What can be wrong with a change of the journey.
public enum JourneyError: Error, Sendable, Equatable {
    /// The business is not in the registry.
    case unknownBusiness(BusinessID)
    /// The bulletin is not there.
    case unknownBulletin
    /// A frozen bulletin no longer holds what was frozen.
    case bulletinAltered
}
