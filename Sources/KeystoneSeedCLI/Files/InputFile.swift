import Glibc

/// Reads a file that somebody names, whole and within bounds.
///
/// A named pipe is a file too: that is what a shell's `<(command)` hands over.
enum InputFile {
  /// More than a seed, a certificate or a password ever is; a wrong path may name a disk.
  static let largestSize = 64 << 20

  /// Reads all of it.
  static func read(_ path: String, limit: Int = largestSize) throws(InputFileError) -> [UInt8] {
    try read(path, limit: limit) { _ in true } ?? []
  }

  /// Reads all of it, or nothing where what is open is not as it has to be.
  ///
  /// The file itself is asked, since its name may lead to another one a moment later.
  static func read(
    _ path: String,
    limit: Int = largestSize,
    if isAcceptable: (stat) -> Bool
  ) throws(InputFileError) -> [UInt8]? {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw InputFileError(path: path, reason(for: .last)) }
    let descriptor = Descriptor(number)
    defer { descriptor.close() }
    var status = stat()
    guard fstat(number, &status) == 0 else { throw InputFileError(path: path, .system(.last)) }
    guard isAcceptable(status) else { return nil }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try descriptor.readToEnd(limit: limit)
    } catch {
      throw InputFileError(path: path, reason(for: error))
    }
    guard bytes.count <= limit else { throw InputFileError(path: path, .tooLarge(limit: limit)) }
    return bytes
  }

  /// Whether there is something of that name, be it readable or not.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether there is something of that name to be read: not a directory.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Whether both names lead to one and the same file, or would.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return path == other }
    return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
  }

  /// What an error of the system means to whoever named the file.
  static func reason(for error: SystemError) -> InputFileError.Reason {
    switch error.code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isDirectory
    case EACCES, EPERM: .denied
    default: .system(error)
    }
  }
}
