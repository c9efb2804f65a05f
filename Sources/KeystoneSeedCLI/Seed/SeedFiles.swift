import Glibc
import SeedFormat

/// The files that a seed is made of.
struct SeedFiles {
  /// One of them: standard input, or a file by its path.
  private enum Source: Hashable {
    case standardInput
    case file(String)
  }

  /// A file of the system, whatever it is called.
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t
  }

  private let context: CommandContext
  private var sources: [Source] = []
  private var seen: Set<Identity> = []

  /// Reads the files of a seed.
  ///
  /// A directory stands for its `*.yaml` and `*.yml`, in the order of their bytes. A file that is named
  /// twice, in whatever spelling, is read once.
  ///
  /// - Parameters:
  ///   - locations: Where the seed's parts are.
  ///   - context: Standard input, and where relative paths begin.
  /// - Returns: Their texts, one at least.
  /// - Throws: ``InputFileError``, or ``SeedLocationError`` for a directory without any.
  static func read(
    _ locations: [SeedLocation],
    in context: CommandContext
  ) throws -> [SeedText] {
    var files = SeedFiles(context: context)
    for location in locations { try files.add(location) }
    return try files.sources.map(files.read)
  }

  private init(context: CommandContext) {
    self.context = context
  }

  /// Whether a path leads to a file, or to a directory with a seed's files.
  static func areThere(_ path: String, in context: CommandContext) -> Bool {
    if InputFile.isFile(context.absolutePath(path)) { return true }
    return (try? names(in: path, in: context))?.isEmpty == false
  }

  /// The names of a directory's `*.yaml` and `*.yml`, in the order of their bytes.
  private static func names(
    in path: String,
    in context: CommandContext
  ) throws(InputFileError) -> [String] {
    let directory = context.absolutePath(path)
    return try FileList.names(in: directory, called: path)
      .filter { name in
        !name.hasPrefix(".") && [".yaml", ".yml"].contains { name.hasSuffix($0) }
          && !FileList.isDirectory("\(directory)/\(name)")
      }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ location: SeedLocation) throws {
    switch location {
    case .standardInput:
      sources.append(.standardInput)
    case .path(let path):
      guard FileList.isDirectory(context.absolutePath(path)) else {
        add(path)
        return
      }
      let names = try Self.names(in: path, in: context)
      guard !names.isEmpty else { throw SeedLocationError.emptyDirectory(path: path) }
      for name in names { add(path.hasSuffix("/") ? path + name : "\(path)/\(name)") }
    }
  }

  private mutating func add(_ path: String) {
    var status = stat()
    if stat(context.absolutePath(path), &status) == 0 {
      let identity = Identity(device: status.st_dev, number: status.st_ino)
      guard seen.insert(identity).inserted else { return }
    }
    sources.append(.file(path))
  }

  private func read(_ source: Source) throws(InputFileError) -> SeedText {
    switch source {
    case .standardInput:
      let name = "<stdin>"
      let bytes: [UInt8]
      let limit = InputFile.largestSize
      do throws(SystemError) {
        bytes = try context.readInput(limit)
      } catch {
        throw InputFileError(path: name, .system(error))
      }
      guard bytes.count <= limit else { throw InputFileError(path: name, .tooLarge(limit: limit)) }
      return SeedText(name: name, directory: context.currentDirectory, bytes: bytes)
    case .file(let path):
      let absolutePath = context.absolutePath(path)
      do throws(InputFileError) {
        let bytes = try InputFile.read(absolutePath, patience: context.patience(for: path))
        let directory = Self.directory(of: absolutePath)
        return SeedText(
          name: path,
          directory: directory,
          workingDirectory: directory,
          bytes: bytes
        )
      } catch {
        throw InputFileError(path: path, error.reason)
      }
    }
  }

  private static func directory(of path: String) -> String {
    let directory = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    return directory.isEmpty ? "/" : String(directory)
  }
}
