/// Why it is not known where the seed is.
enum SeedLocationError: Error, Hashable, Sendable {
  /// None is named, and none is in the usual places.
  case notFound(searched: [String])
  /// Standard input, which can be read once, is named twice.
  case inputTwice
  /// A directory that is named has no seed in it.
  case emptyDirectory(path: String)
}
