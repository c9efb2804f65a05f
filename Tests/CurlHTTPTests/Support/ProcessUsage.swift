import Foundation
import Glibc

/// What this process holds of the system.
struct ProcessUsage {
  /// The open file descriptors.
  let descriptors: Int
  /// The threads that transports have started: they block SIGPIPE.
  let curlThreads: Int
  /// The bytes of memory in use.
  let residentSize: Int
  /// Whether a sanitizer watches, which keeps freed memory back.
  let isSanitized: Bool

  /// Looks.
  ///
  /// - Throws: When `/proc` cannot be read.
  init() throws {
    let files = FileManager.default
    descriptors = try files.contentsOfDirectory(atPath: "/proc/self/fd").count
    let tasks = try files.contentsOfDirectory(atPath: "/proc/self/task")
    curlThreads = tasks.count { task in
      // A thread may end meanwhile, and then its file is no longer there.
      let status = files.contents(atPath: "/proc/self/task/\(task)/status") ?? Data()
      return Self.isBrokenPipeBlocked(String(decoding: status, as: UTF8.self))
    }
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      .split(separator: " ").map { (Int($0) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) }
    // A sanitizer reserves terabytes of addresses for what it knows about each byte.
    isSanitized = pages[0] > 1 << 40
    residentSize = pages[1]
  }

  /// Reads the line `SigBlk: 0000000000001000`, where the bit of signal 13 is the thirteenth.
  private static func isBrokenPipeBlocked(_ status: String) -> Bool {
    let line = status.split(separator: "\n").filter { $0.hasPrefix("SigBlk:") }.joined()
    let mask = UInt64(line.drop { $0 != "\t" }.dropFirst(), radix: 16) ?? 0
    return mask & (1 << (SIGPIPE - 1)) != 0
  }
}
