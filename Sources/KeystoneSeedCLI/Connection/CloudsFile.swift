/// Where `clouds.yaml` is, and what it says about one cloud.
struct CloudsFile {
  /// Turns the text of the file into its entries by name.
  typealias Decoder = (_ bytes: [UInt8], _ path: String) throws -> [String: CloudEntry]

  /// The paths to look at, the first that exists before the others.
  ///
  /// A file that `OS_CLIENT_CONFIG_FILE` names stands alone: whoever names one means that one.
  static func searchPaths(in context: CommandContext) -> [String] {
    if let path = context.environment["OS_CLIENT_CONFIG_FILE"] {
      return [context.absolutePath(path)]
    }
    var paths = [context.absolutePath("clouds.yaml")]
    if let home = context.environment["HOME"] {
      paths.append("\(home)/.config/openstack/clouds.yaml")
    }
    return paths + ["/etc/openstack/clouds.yaml"]
  }

  /// Finds the file and the entry in it.
  static func cloud(
    named name: String,
    in context: CommandContext,
    decode: Decoder
  ) throws -> Cloud {
    let paths = searchPaths(in: context)
    guard let path = paths.first(where: InputFile.exists) else {
      throw CloudsFileError.missingFile(cloud: name, searched: paths)
    }
    let entries = try decode(try InputFile.read(path), path)
    guard let entry = entries[name] else {
      throw CloudsFileError.missingEntry(
        cloud: name,
        path: path,
        names: entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      )
    }
    return Cloud(name: name, entry: entry)
  }
}
