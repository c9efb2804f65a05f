import Testing

@testable import KeystoneSeedCLI

/// A shell as it may be installed, and how it is told to source a file.
struct InstalledShell: CustomTestStringConvertible, Sendable {
  let program: String
  let family: Shell
  /// What keeps its start-up files from being read.
  let options: [String]

  var testDescription: String { program }

  /// Those that Debian has.
  static let all = [
    InstalledShell(program: "sh", family: .sh, options: []),
    InstalledShell(program: "dash", family: .sh, options: []),
    InstalledShell(program: "bash", family: .sh, options: ["--norc", "--noprofile"]),
    InstalledShell(program: "zsh", family: .sh, options: ["-f"]),
    InstalledShell(program: "fish", family: .fish, options: ["--no-config"]),
    InstalledShell(program: "tcsh", family: .csh, options: ["-f"]),
  ]

  static let present = all.filter { $0.path != nil }
  static let missing = all.filter { $0.path == nil }.map(\.program)

  private var path: String? {
    ["/usr/bin", "/bin", "/usr/local/bin"].map { "\($0)/\(program)" }.first(where: InputFile.isFile)
  }

  /// Runs commands and tells the environment that they leave behind.
  func environment(
    after commands: String,
    given environment: [String: String] = [:]
  ) throws -> [String: String] {
    let path = try #require(path)
    var environment = environment
    environment["PATH"] = "/usr/bin:/bin"
    environment["LC_ALL"] = environment["LC_ALL"] ?? "C.UTF-8"
    environment["HOME"] = "/nonexistent"
    let output = try ChildProcess(
      [path] + options + ["-c", "\(commands)\nexec env -0\n"],
      environment: environment,
      patience: Patience(limit: .seconds(600))
    ).standardOutput(limit: 1 << 20)
    let pairs = output.split(separator: 0).map { entry in
      let name = entry.prefix { $0 != UInt8(ascii: "=") }
      return (
        String(decoding: name, as: UTF8.self),
        String(decoding: entry.dropFirst(name.count + 1), as: UTF8.self)
      )
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
