/// Why the files of clouds do not tell about a cloud.
enum CloudsFileError: Error, Hashable, Sendable {
  case missingFile(cloud: String, searched: [String])
  /// A variable names a file that is not there.
  case missingNamedFile(variable: String, path: String)
  case missingEntry(cloud: String, path: String, names: [String])
  /// What is wrong with the entry, each with its place.
  case mistakes(cloud: String, lines: [String])
  case unknownRegion(String, cloud: String, known: [String])
}
