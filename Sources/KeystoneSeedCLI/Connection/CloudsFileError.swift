/// Why `clouds.yaml` does not tell about a cloud.
enum CloudsFileError: Error, Hashable, Sendable {
  case missingFile(cloud: String, searched: [String])
  case missingEntry(cloud: String, path: String, names: [String])
}
