import Glibc

/// Holds a server's threads back until the test lets them go.
final class Gate: @unchecked Sendable {
  // Unchecked: a semaphore is made for many threads.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() {
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Waits, for good unless the gate is opened.
  func wait() {
    while sem_wait(semaphore) != 0 {}
    sem_post(semaphore)
  }

  /// Lets everybody through, from now on.
  func open() {
    sem_post(semaphore)
  }
}

/// Waits until something is so that other threads are about to bring about.
func until(_ condition: () throws -> Bool) async rethrows {
  while try !condition() { await Task.yield() }
}
