import SeedFormat

/// Where a seed, or a part of one, is.
enum SeedLocation: Hashable, Sendable {
  case standardInput
  /// A file, or a directory with files.
  case path(String)

  /// The seed of a whole machine, where neither argument, environment nor directory names one.
  static let systemPath = "/etc/keystone-seed/seed.yaml"

  /// Finds the seed.
  ///
  /// One that is named is taken at its word, whether it exists or not; only the usual places are
  /// looked at. `-` is standard input, in `KEYSTONE_SEED` as well.
  ///
  /// - Parameters:
  ///   - arguments: What the command line names.
  ///   - context: The environment and the directory to look at.
  /// - Returns: The places of the seed's parts.
  /// - Throws: ``SeedLocationError`` where none is named and none is in the usual places, or standard
  ///   input is named twice.
  static func find(
    _ arguments: [String],
    in context: CommandContext
  ) throws(SeedLocationError) -> [SeedLocation] {
    let named = arguments.isEmpty ? context.environment["KEYSTONE_SEED"].map { [$0] } : arguments
    if let named {
      let locations = named.map { $0 == "-" ? SeedLocation.standardInput : .path($0) }
      guard locations.count(where: { $0 == .standardInput }) < 2 else { throw .inputTwice }
      return locations
    }
    let localName = "keystone-seed.yaml"
    if InputFile.exists(context.absolutePath(localName)) { return [.path(localName)] }
    if InputFile.exists(systemPath) { return [.path(systemPath)] }
    throw .notFound(searched: ["./\(localName)", systemPath])
  }

  /// Where it is said to be from whatever directory: an absolute path, or `-`.
  ///
  /// - Parameter context: The directory that we are in.
  /// - Returns: What ``find(_:in:)`` finds it by.
  func origin(in context: CommandContext) -> String {
    switch self {
    case .standardInput: "-"
    case .path(let path): context.absolutePath(path)
    }
  }
}
