import FoundationEssentials
import Glibc

/// A file that a command writes at a given path, and recognizes as its own later.
struct OutputFile {
  /// What the file is, and so how another of its kind is known.
  enum Kind: Hashable, Sendable {
    case dump
    case credentials
    case savedPlan
  }

  let path: String
  let kind: Kind
  /// Whether anything may be replaced.
  var isForced = false

  /// Enough of a file to tell whose it is.
  private static let beginning = 64 << 10
  /// More than the dump of any cloud.
  private static let largestSize = 1 << 30

  /// Whether the path means standard output.
  static func isStandardOutput(_ path: String) -> Bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path)
  }

  /// Writes it for its owner alone, or prints it where the path says so.
  ///
  /// - Throws: ``OutputFileError`` where something is there that no command of this kind has
  ///   written, or that was edited since or must not be written, or ``AtomicFileError``.
  func write(_ text: String, in context: CommandContext) throws {
    guard !Self.isStandardOutput(path) else { return context.emit(text) }
    let absolutePath = context.absolutePath(path)
    if !isForced { try checkNothingIsLost(at: absolutePath) }
    try AtomicFile.write(Array(text.utf8), to: absolutePath)
  }

  /// Refuses to replace a file that was written by hand or by another program, or edited.
  private func checkNothingIsLost(at absolutePath: String) throws {
    var status = stat()
    // Writing refuses anything but a regular file.
    guard stat(absolutePath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    // For root as well: the system would allow it.
    guard status.st_mode & S_IWUSR != 0 else { throw OutputFileError.isReadOnly(path: path) }
    guard status.st_size > 0 else { return }
    let content = try InputFile.beginning(of: absolutePath, count: Self.beginning)
    guard kind.wrote(content) else { throw OutputFileError.isNotOurs(path: path) }
    let whole = try InputFile.read(absolutePath, limit: Self.largestSize)
    guard StampedText.isUnchanged(whole) else { throw OutputFileError.isEdited(path: path) }
  }
}

extension OutputFile.Kind {
  /// Whether a file that begins so was written by a command of this kind, in this version or
  /// another.
  func wrote(_ content: [UInt8]) -> Bool {
    let text = String(decoding: content, as: UTF8.self)
    let first = text.prefix { !$0.isNewline }
    switch self {
    case .dump:
      return first.hasPrefix("# What the Keystone at ")
        && StampedText.unstamped(first).hasSuffix("keystone-seed dump.")
    case .credentials:
      return first.hasPrefix("# Made by keystone-seed credentials.") || Self.holdsVariables(content)
    case .savedPlan:
      return text.contains("\"format\" : \"keystone-seed plan ")
    }
  }

  /// Whether it is what `--format json` writes.
  private static func holdsVariables(_ content: [UInt8]) -> Bool {
    do {
      let variables = try JSONDecoder().decode([String: String].self, from: Data(content))
      return variables["OS_USERNAME"] != nil
        && variables.keys.allSatisfy { $0.hasPrefix("OS_") || $0 == StampedText.key }
    } catch {
      return false
    }
  }
}

/// Why a file was not written.
enum OutputFileError: WordedError, Hashable {
  case isNotOurs(path: String)
  /// Its checksum does not fit, or there is none.
  case isEdited(path: String)
  case isReadOnly(path: String)

  var message: ErrorMessage {
    switch self {
    case .isNotOurs(let path):
      ErrorMessage(
        "\(TerminalText.harmless(path)) is there, and this command did not write it; "
          + "nothing was changed",
        hints: [Self.hint]
      )
    case .isEdited(let path):
      ErrorMessage(
        "\(TerminalText.harmless(path)) was edited since this command wrote it, or is of an older "
          + "version; nothing was changed",
        hints: [Self.hint]
      )
    case .isReadOnly(let path):
      ErrorMessage(
        "\(TerminalText.harmless(path)) is there and read-only; nothing was changed",
        hints: [Self.hint]
      )
    }
  }

  private static let hint = "Give another name, or --force to replace it."
}
