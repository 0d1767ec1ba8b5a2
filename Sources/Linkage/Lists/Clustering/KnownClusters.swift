/// Where records stood before lists were added: clusters that keep their numbers and are not joined because data came.
public struct KnownClusters: Sendable, Hashable {
    /// For each record the number of its cluster, from 1 on; 0 for a record that is new.
    public let numbers: [UInt32]
    /// For each record how sure it was that it belongs there, 0…1; of no meaning for a new one.
    public let certainties: [Float]
    /// The highest number that was given, be there a record of it or not.
    public let highest: UInt32

    /// - Precondition: both arrays are of the same length.
    public init(numbers: [UInt32], certainties: [Float], highest: UInt32 = 0) {
        precondition(numbers.count == certainties.count, "each record has a number and a certainty")
        self.numbers = numbers
        self.certainties = certainties
        self.highest = max(highest, numbers.max() ?? 0)
    }
}
