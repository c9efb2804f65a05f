import Glibc

/// The line in a start-up file that sources another.
struct ProfileLine {
  let shell: Shell
  /// What is sourced; absolute.
  let path: String

  /// Adds the line to the file's end unless it is there, and keeps all else: content, mode, owner.
  ///
  /// - Returns: Whether it had to be added.
  /// - Throws: ``InputFileError`` or ``AtomicFileError``, with the file as it was.
  @discardableResult
  func add(to profile: String) throws -> Bool {
    let content = InputFile.exists(profile) ? try InputFile.read(profile) : []
    guard let extended = extend(content) else { return false }
    try AtomicFile.write(extended, to: profile, attributes: .kept(orElse: 0o600))
    return true
  }

  /// The content with the line at its end; nil if it has it.
  func extend(_ content: [UInt8]) -> [UInt8]? {
    let line = Array(shell.source(path).utf8)
    let newline = UInt8(ascii: "\n")
    let lines = content.split(separator: newline, omittingEmptySubsequences: false)
    // A path with a line break in it makes a line of several.
    let ownLines = line.split(separator: newline, omittingEmptySubsequences: false)
    let isThere = lines.indices.contains { start in
      lines[start...].prefix(ownLines.count).elementsEqual(ownLines, by: { $0.elementsEqual($1) })
    }
    guard !isThere else { return nil }
    let gap: [UInt8] = content.isEmpty || content.last == newline ? [] : [newline]
    return content + gap + line + [newline]
  }
}
