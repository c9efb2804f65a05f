/// Where the seed is.
enum SeedLocation: Hashable, Sendable {
  case standardInput
  case file(String)

  /// The seed of a whole machine, where neither argument, environment nor directory names one.
  static let systemPath = "/etc/keystone-seed/seed.yaml"

  /// Finds the seed.
  ///
  /// One that is named is taken at its word, whether it exists or not; only the usual places are
  /// looked at. `-` is standard input, in `KEYSTONE_SEED` as well.
  ///
  /// - Parameters:
  ///   - argument: What the command line names, if anything.
  ///   - context: The environment and the directory to look at.
  /// - Returns: The place of the seed.
  /// - Throws: ``SeedLocationError`` where none is named and none is in the usual places.
  static func find(_ argument: String?, in context: CommandContext) throws(SeedLocationError)
    -> SeedLocation
  {
    if let named = argument ?? context.environment["KEYSTONE_SEED"] {
      return named == "-" ? .standardInput : .file(named)
    }
    let localName = "keystone-seed.yaml"
    if InputFile.exists(context.absolutePath(localName)) { return .file(localName) }
    if InputFile.exists(systemPath) { return .file(systemPath) }
    throw SeedLocationError(searched: ["./\(localName)", systemPath])
  }

  /// Reads the seed.
  ///
  /// - Parameter context: Standard input, and where relative paths begin.
  /// - Returns: The seed's text.
  /// - Throws: ``InputFileError``.
  func read(in context: CommandContext) throws(InputFileError) -> SeedText {
    switch self {
    case .standardInput:
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
        let bytes = try InputFile.read(absolutePath, patience: context.patience(for: name))
        return SeedText(name: name, directory: Self.directory(of: absolutePath), bytes: bytes)
      } catch {
        throw InputFileError(path: name, error.reason)
      }
    }
  }

  /// What diagnostics call it.
  var name: String {
    switch self {
    case .standardInput: Self.standardInputName
    case .file(let path): path
    }
  }

  private static let standardInputName = "<stdin>"

  /// Where the commands of a seed work, and relative paths begin.
  ///
  /// - Parameters:
  ///   - name: What diagnostics call the seed.
  ///   - context: The directory that we are in.
  /// - Returns: An absolute path; nil for a seed from standard input, which is nowhere.
  static func directory(ofSeedCalled name: String, in context: CommandContext) -> String? {
    name == standardInputName ? nil : directory(of: context.absolutePath(name))
  }

  private static func directory(of path: String) -> String {
    let directory = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    return directory.isEmpty ? "/" : String(directory)
  }
}
