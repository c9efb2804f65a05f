import Glibc
import SeedFormat

/// Reads a file of the user's choice, whole and within bounds.
///
/// A named pipe is a file too: that is what a shell's `<(command)` hands over.
enum InputFile {
  /// More than a seed, a saved plan or a certificate ever is; a wrong path may name a disk.
  static let largestSize = SourceText.byteLimit

  /// Reads all of it.
  static func read(
    _ path: String,
    limit: Int = largestSize,
    patience: Patience = Patience()
  ) throws(InputFileError) -> [UInt8] {
    try read(path, limit: limit, patience: patience) { _ in true } ?? []
  }

  /// Reads all of it, or nothing where what is open is not as it has to be.
  ///
  /// The file itself is asked, since its name may lead to another one a moment later.
  static func read(
    _ path: String,
    limit: Int = largestSize,
    patience: Patience = Patience(),
    if isAcceptable: (stat) -> Bool
  ) throws(InputFileError) -> [UInt8]? {
    // Opening or reading a named pipe without a writer, or a device, would block for ever.
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard number >= 0 else { throw InputFileError(path: path, reason(for: .last)) }
    let descriptor = Descriptor(number)
    defer { descriptor.close() }
    var status = stat()
    guard fstat(number, &status) == 0 else { throw InputFileError(path: path, .system(.last)) }
    guard isAcceptable(status) else { return nil }
    let bytes: [UInt8]
    do throws(InputFileError.Reason) {
      bytes =
        status.st_mode & S_IFMT == S_IFREG
        ? try readFile(descriptor, limit: limit)
        : try readStream(descriptor, limit: limit, patience: patience)
    } catch {
      throw InputFileError(path: path, error)
    }
    guard bytes.count <= limit else { throw InputFileError(path: path, .tooLarge(limit: limit)) }
    return bytes
  }

  private static func readFile(
    _ file: Descriptor,
    limit: Int
  ) throws(InputFileError.Reason) -> [UInt8] {
    do throws(SystemError) {
      return try file.readToEnd(limit: limit)
    } catch {
      throw reason(for: error)
    }
  }

  /// Reads from a writer that may be slow, such as a named pipe or a terminal.
  private static func readStream(
    _ stream: Descriptor,
    limit: Int,
    patience: Patience
  ) throws(InputFileError.Reason) -> [UInt8] {
    var wait = BoundedWait(patience)
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      guard let pause = wait.nextPause() else { throw .timedOut(patience.limit) }
      var request = pollfd(fd: stream.number, events: Int16(POLLIN), revents: 0)
      let count = poll(&request, 1, pause.pollMilliseconds)
      guard count > 0 else {
        if count < 0, errno != EINTR { throw reason(for: .last) }
        continue
      }
      let chunk: [UInt8]?
      do throws(SystemError) {
        chunk = try stream.readAvailable(atMost: min(65_536, limit + 1 - bytes.count))
      } catch {
        throw reason(for: error)
      }
      guard let chunk else { continue }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// Reads so many bytes, or all where there are fewer, of a regular file.
  static func beginning(of path: String, count: Int) throws(InputFileError) -> [UInt8] {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard number >= 0 else { throw InputFileError(path: path, reason(for: .last)) }
    let file = Descriptor(number)
    defer { file.close() }
    do throws(SystemError) {
      return Array(try file.readToEnd(limit: count).prefix(count))
    } catch {
      throw InputFileError(path: path, reason(for: error))
    }
  }

  /// The text of a regular file; nil for anything else, and for what cannot be read.
  static func text(of path: String, limit: Int = 1 << 20) -> String? {
    let bytes = try? read(path, limit: limit, if: { $0.st_mode & S_IFMT == S_IFREG })
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether there is something of that name, be it readable or not.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Why a file could not be opened for reading, nil where it could.
  static func obstacle(toReading path: String) -> InputFileError.Reason? {
    access(path, R_OK) == 0 ? nil : reason(for: .last)
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

  /// What an error of the system means for the named file.
  static func reason(for error: SystemError) -> InputFileError.Reason {
    switch error.code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isDirectory
    case EACCES, EPERM: .denied
    default: .system(error)
    }
  }
}
