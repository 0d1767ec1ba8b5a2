import Synchronization

/// A value that the tasks of a test share.
public final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    public init(_ value: Value) {
        mutex = Mutex(value)
    }

    /// The value as it is now.
    public var value: Value {
        get { mutex.withLock { $0 } }
        set { mutex.withLock { $0 = newValue } }
    }

    /// Changes the value at once and returns what `change` returns.
    @discardableResult
    public func update<Result: Sendable>(_ change: (inout Value) -> Result) -> Result {
        mutex.withLock { value in change(&value) }
    }

    /// Waits until the value is as `condition` wants it, and lets other tasks run meanwhile.
    public func wait(until condition: (Value) -> Bool) async {
        while !condition(value) { await Task.yield() }
    }
}
