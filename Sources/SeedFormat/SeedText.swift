/// A file of a seed as it was read, not yet understood.
package struct SeedText: Hashable, Sendable {
  /// What diagnostics call it: the path as it was given, or `<stdin>`.
  package let name: String
  /// Where relative paths in it begin; absolute.
  package let directory: String
  /// Where the commands that it names work; nil for where the program does.
  package let workingDirectory: String?
  package internal(set) var bytes: [UInt8]

  /// Makes a file of what was read.
  ///
  /// - Parameters:
  ///   - name: What diagnostics call it.
  ///   - directory: Where relative paths in it begin; absolute.
  ///   - workingDirectory: Where the commands that it names work; nil for where the program does.
  ///   - bytes: What is in it.
  package init(name: String, directory: String, workingDirectory: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.directory = directory
    self.workingDirectory = workingDirectory
    self.bytes = bytes
  }
}
