import Glibc
import Synchronization

/// The process groups of the programs that run for us, which end when a signal ends us.
///
/// Being groups of their own, they get no Ctrl-C of the terminal's.
enum ProcessGroups {
  /// More than ever run at a time; one beyond it is not seen to.
  private static let capacity = 64
  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// What a signal handler may look at: plain words in memory, which a lock guards for the others.
  ///
  /// Unchecked: a handler reads one word at a time, whose value is right before and after a write.
  private struct Slots: @unchecked Sendable {
    let words = UnsafeMutablePointer<pid_t>.allocate(capacity: capacity)

    init() { words.initialize(repeating: 0, count: capacity) }
  }

  private static let slots = Slots()
  /// The signals that were not ours, while there is any group.
  private static let taken = Mutex<[Int32]>([])

  /// Has the group end with us.
  static func add(_ group: pid_t) {
    taken.withLock { taken in
      if taken.isEmpty { taken = endings.filter(take) }
      let free = (0..<capacity).first { slots.words[$0] == 0 }
      if let free { slots.words[free] = group }
    }
  }

  /// Lets go of a group that has ended.
  static func remove(_ group: pid_t) {
    taken.withLock { taken in
      for index in 0..<capacity where slots.words[index] == group { slots.words[index] = 0 }
      guard (0..<capacity).allSatisfy({ slots.words[$0] == 0 }) else { return }
      for number in taken { signal(number, SIG_DFL) }
      taken = []
    }
  }

  /// Ends the groups.
  static func end(with signal: Int32) {
    for index in 0..<capacity where slots.words[index] > 0 { kill(-slots.words[index], signal) }
  }

  /// Listens to a signal that would end us, unless somebody does or has it ignored.
  private static func take(_ number: Int32) -> Bool {
    var before = sigaction()
    guard sigaction(number, nil, &before) == 0, before.__sigaction_handler.sa_handler == nil else {
      return false
    }
    signal(number) { number in
      ProcessGroups.end(with: number)
      signal(number, SIG_DFL)
      raise(number)
    }
    return true
  }
}
