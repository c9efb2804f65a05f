import CProcess

/// How the process asks the system for memory.
enum ProcessMemory {
  private static let trimThreshold: Int32 = 1 << 20

  /// Has one heap for all threads, of which what is free at its end goes back to the system.
  ///
  /// By default glibc gives each thread a heap of its own, and puts off giving anything back once a
  /// large piece was freed (`mallopt(3)`): what one stage has freed on its thread the next one, on
  /// another, then takes a second time. With a hundred thousand users that is a fifth of the whole.
  /// No two threads here need memory so much at the same time that they wait for each other.
  static func begin() {
    cprocess_set_heap(1, trimThreshold)
  }
}
