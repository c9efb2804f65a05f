import Glibc

/// What a directory holds.
enum FileList {
  /// The names in a directory, in no order, without `.` and `..`.
  ///
  /// - Parameters:
  ///   - path: The directory.
  ///   - name: What messages call it.
  /// - Returns: The names.
  /// - Throws: ``InputFileError``.
  static func names(in path: String, called name: String) throws(InputFileError) -> [String] {
    guard let entries = opendir(path) else {
      throw InputFileError(path: name, InputFile.reason(for: .last))
    }
    defer { closedir(entries) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(entries) else {
        guard errno == 0 else { throw InputFileError(path: name, InputFile.reason(for: .last)) }
        return names
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Whether the name leads to a directory.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
