import Glibc

/// A value that one thread at a time may touch.
///
/// `Synchronization.Mutex` locks with a futex of its own, which the thread sanitizer cannot see:
/// it then reports races that are none. It knows `pthread_mutex_t`.
package final class Locked<Value>: @unchecked Sendable {
  // Unchecked: `value` is only reached through `withLock`.
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  package init(_ value: Value) {
    self.value = value
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&value)
  }
}
