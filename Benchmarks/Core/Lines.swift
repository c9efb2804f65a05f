import Glibc

/// What is printed: a line of fields for each stage, for a program to read.
struct Lines {
  private var last = Meter.seconds

  /// Starts the next stage's clock, so that what was prepared for it does not count.
  mutating func start() {
    last = Meter.seconds
  }

  /// Ends a stage: its name, the processor's seconds since the one before, and of how many objects.
  mutating func end(_ stage: String, objects: Int) {
    let now = Meter.seconds
    Self.write("\(stage)\t\(Self.decimal(now - last))\t\(objects)")
    last = Meter.seconds
  }

  static func writePeak() {
    write("peak\t\(Meter.peak)")
  }

  /// Microseconds are more than the clock is good for.
  private static func decimal(_ seconds: Double) -> String {
    let microseconds = Int((seconds * 1e6).rounded())
    let fraction = String(microseconds % 1_000_000)
    let zeros = String(repeating: "0", count: 6 - fraction.utf8.count)
    return "\(microseconds / 1_000_000).\(zeros)\(fraction)"
  }

  static func write(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
