import CProcess
import CurlHTTP

/// Which release this is: the one place that says so.
enum Version {
  static let number = "0.1.0"

  /// What `--version` prints.
  static var lines: String {
    lines(commit: cprocess_commit().map { String(cString: $0) }, library: CurlLibrary.version)
  }

  /// The release and its commit, where it is known, the library that it runs with, and the APIs.
  static func lines(commit: String?, library: String) -> String {
    """
    keystone-seed \(number)\(commit.map { ", commit \($0)" } ?? "")
    \(library)
    Identity API v2.0 and v3
    """
  }
}
