import Glibc

/// What programs have started that is in a process group of its own, as after setsid(2).
///
/// It is found by its parents: the children of a program, their children and so on. What has lost its
/// parent, as an agent has seen to that is to stay, is nobody's any more. Of a program with several
/// threads, only what the first one has started is found.
///
/// All memory is taken at the beginning, so that a signal handler can look as well. Unchecked: whoever
/// has one keeps others from looking at the same time.
struct Descendants: @unchecked Sendable {
  /// More than any program for passwords starts; what is beyond it is not seen to.
  private static let capacity = 512
  private static let pieceSize = 4096
  private static let pathSize = 64

  private let found = UnsafeMutablePointer<pid_t>.allocate(capacity: capacity)
  /// Those of them that are in a group of their own.
  private let apart = UnsafeMutablePointer<pid_t>.allocate(capacity: capacity)
  private let counts = UnsafeMutablePointer<Int>.allocate(capacity: 2)
  private let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceSize)
  private let path = UnsafeMutablePointer<CChar>.allocate(capacity: pathSize)

  init() {
    counts.initialize(repeating: 0, count: 2)
  }

  /// Gives the memory back.
  func deallocate() {
    found.deallocate()
    apart.deallocate()
    counts.deallocate()
    piece.deallocate()
    path.deallocate()
  }

  private var foundCount: Int {
    get { counts[0] }
    nonmutating set { counts[0] = newValue }
  }

  private var apartCount: Int {
    get { counts[1] }
    nonmutating set { counts[1] = newValue }
  }

  /// Forgets all.
  func clear() {
    apartCount = 0
  }

  /// Takes note of what is below the leader of a group and in another one.
  func add(below leader: pid_t) {
    foundCount = 0
    addChildren(of: leader)
    var index = 0
    while index < foundCount {
      addChildren(of: found[index])
      if getpgid(found[index]) != leader, apartCount < Self.capacity {
        apart[apartCount] = found[index]
        apartCount += 1
      }
      index += 1
    }
  }

  /// Sends them a signal.
  func send(_ signal: Int32) {
    for index in 0..<apartCount { kill(apart[index], signal) }
  }

  /// Whether any of them is there still.
  var isAnyLeft: Bool {
    for index in 0..<apartCount where kill(apart[index], 0) == 0 { return true }
    return false
  }

  private func addChildren(of id: pid_t) {
    writePath(of: id)
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    // Numbers, each with a blank behind it.
    var number: pid_t = 0
    while true {
      let count = read(file, piece, Self.pieceSize)
      guard count > 0 else { return }
      for index in 0..<count {
        let byte = piece[index]
        if byte >= 0x30, byte <= 0x39 {
          number = number &* 10 &+ pid_t(byte &- 0x30)
        } else if number > 0 {
          if foundCount < Self.capacity {
            found[foundCount] = number
            foundCount += 1
          }
          number = 0
        }
      }
    }
  }

  /// Writes `/proc/ID/task/ID/children`, without a text, which would take memory.
  private func writePath(of id: pid_t) {
    var length = 0
    func append(_ text: StaticString) {
      for index in 0..<text.utf8CodeUnitCount {
        path[length] = CChar(bitPattern: text.utf8Start[index])
        length += 1
      }
    }
    func appendID() {
      var divisor: pid_t = 1
      while id / divisor >= 10 { divisor *= 10 }
      while divisor > 0 {
        path[length] = CChar(0x30 + id / divisor % 10)
        length += 1
        divisor /= 10
      }
    }
    append("/proc/")
    appendID()
    append("/task/")
    appendID()
    append("/children")
    path[length] = 0
  }
}
