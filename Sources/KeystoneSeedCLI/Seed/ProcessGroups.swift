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
  private static let descendants = Descendants()
  /// Whether a signal is ending us, and the groups before.
  private static let isEnding = Atomic<Bool>(false)
  /// Whether a group is being started whose ID is not known yet.
  private static let isStarting = Atomic<Bool>(false)
  /// How often, and how far apart in nanoseconds, it is looked at whether a group has ended that was
  /// asked to: for half a second.
  private static let looks = 25
  private static let look = 20_000_000
  /// The signals that were not ours, while there is any group, with whether one is spoken of as it ends us.
  private static let taken = Mutex<[(number: Int32, isSaid: Bool)]>([])

  /// Starts a program whose group ends with us.
  ///
  /// The signals are listened to before: the program may run, and one may come, before its ID is known
  /// here. What such a signal is to end is waited for.
  ///
  /// - Parameter spawn: What starts it, as the leader of a group of its own.
  /// - Returns: What that gives, the ID of the group among it.
  /// - Throws: What that throws.
  static func start<Started>(
    _ spawn: () throws(SystemError) -> (id: pid_t, output: Started)
  ) throws(SystemError) -> (id: pid_t, output: Started) {
    // Made here, since a handler must not make it.
    _ = descendants
    holdWhileEnding()
    return try taken.withLock { taken throws(SystemError) in
      if taken.isEmpty { taken = endings.compactMap(take) }
      // A handler that ran on this thread would wait for it.
      let mask = SignalMask(blocking: endings)
      isStarting.store(true, ordering: .releasing)
      defer {
        isStarting.store(false, ordering: .releasing)
        mask.restore()
      }
      do throws(SystemError) {
        let started = try spawn()
        let free = (0..<capacity).first { slots.words[$0] == 0 }
        if let free { slots.words[free] = started.id }
        return started
      } catch {
        giveBack(&taken)
        throw error
      }
    }
  }

  /// Lets go of a group that has ended.
  static func remove(_ group: pid_t) {
    holdWhileEnding()
    taken.withLock { taken in
      for index in 0..<capacity where slots.words[index] == group { slots.words[index] = 0 }
      giveBack(&taken)
    }
  }

  /// Listens to signals no more, once there is no group left to end.
  private static func giveBack(_ taken: inout [(number: Int32, isSaid: Bool)]) {
    guard (0..<capacity).allSatisfy({ slots.words[$0] == 0 }) else { return }
    for (number, _) in taken { signal(number, SIG_DFL) }
    if taken.contains(where: \.isSaid) { EndingNotice.begin() }
    taken = []
  }

  /// Keeps whoever sees a program end, since a signal is ending us, from making an error of it.
  private static func holdWhileEnding() {
    while isEnding.load(ordering: .acquiring) { usleep(10_000) }
  }

  /// Ends the groups: asks them to, gives them a moment, and ends what is left.
  ///
  /// Not with the signal that ends us: what a shell has put into the background ignores SIGINT. A
  /// signal handler calls this, so that it takes no lock and no memory.
  private static func end() {
    isEnding.store(true, ordering: .releasing)
    var left = looks
    while left > 0, isStarting.load(ordering: .acquiring) { rest(&left) }
    // Looked for first: what loses its parent cannot be found any more.
    descendants.clear()
    for index in 0..<capacity where slots.words[index] > 0 {
      descendants.add(below: slots.words[index])
    }
    send(SIGTERM)
    // One that is stopped, since it asks at the terminal, would not hear of it.
    send(SIGCONT)
    left = looks
    while left > 0, isAnyLeft() || descendants.isAnyLeft { rest(&left) }
    send(SIGKILL)
  }

  private static func rest(_ left: inout Int) {
    var length = timespec(tv_sec: 0, tv_nsec: look)
    nanosleep(&length, nil)
    left -= 1
  }

  private static func send(_ signal: Int32) {
    for index in 0..<capacity where slots.words[index] > 0 { kill(-slots.words[index], signal) }
    descendants.send(signal)
  }

  /// Whether any group is there still; forgets those that are not.
  private static func isAnyLeft() -> Bool {
    var isLeft = false
    for index in 0..<capacity where slots.words[index] > 0 {
      // An ended program keeps its group until its status is taken.
      while waitpid(-slots.words[index], nil, WNOHANG) > 0 {}
      if kill(-slots.words[index], 0) == 0 {
        isLeft = true
      } else {
        slots.words[index] = 0
      }
    }
    return isLeft
  }

  /// Listens to a signal that would end us, unless it has another handler or is ignored.
  private static func take(_ number: Int32) -> (number: Int32, isSaid: Bool)? {
    if EndingNotice.isAlone(with: number) {
      signal(number) { number in
        ProcessGroups.end()
        EndingNotice.say(number)
        signal(number, SIG_DFL)
        raise(number)
      }
      return (number, true)
    }
    var before = sigaction()
    guard sigaction(number, nil, &before) == 0, before.__sigaction_handler.sa_handler == nil else {
      return nil
    }
    signal(number) { number in
      ProcessGroups.end()
      signal(number, SIG_DFL)
      raise(number)
    }
    return (number, false)
  }
}
