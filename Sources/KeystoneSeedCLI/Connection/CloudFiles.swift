import SeedFormat

/// Where `clouds.yaml` is and what stands beside it, and what they say together about one cloud.
///
/// Files, order and merging are openstacksdk's (`openstack.config.loader`), which looks for each of
/// the three files on its own. What is there and cannot be read stops, where openstacksdk goes on.
struct CloudFiles {
  /// One of the three files.
  enum Kind: String, CaseIterable, Sendable {
    case clouds
    /// Passwords, apart from the rest.
    case secure
    /// Profiles of vendors, on which an entry may stand.
    case profiles = "clouds-public"

    /// The variable that names the file.
    var variable: String? {
      switch self {
      case .clouds: "OS_CLIENT_CONFIG_FILE"
      case .secure: "OS_CLIENT_SECURE_FILE"
      case .profiles: nil
      }
    }

    fileprivate var section: CloudsFile.Section {
      switch self {
      case .clouds, .secure: .clouds
      case .profiles: .profiles
      }
    }
  }

  let context: CommandContext

  /// The paths to look at, the first that exists before the others.
  ///
  /// A file that a variable names stands alone: no other is merged into it.
  func searchPaths(for kind: Kind) -> [String] {
    if let variable = kind.variable, let path = context.environment[variable] {
      return [context.absolutePath(path)]
    }
    return directories.flatMap { directory in
      ["yaml", "yml", "json"].map { "\(directory)/\(kind.rawValue).\($0)" }
    }
  }

  private var directories: [String] {
    let environment = context.environment
    let home = environment["HOME"]
    var directories = [context.currentDirectory]
    if let configuration = environment["XDG_CONFIG_HOME"] ?? home.map({ "\($0)/.config" }) {
      directories.append("\(configuration)/openstack")
    }
    if let home = environment["SNAP_REAL_HOME"] ?? home {
      directories.append("\(home)/.config/openstack")
    }
    let shared = environment["XDG_CONFIG_DIRS"] ?? "/etc/xdg"
    directories += shared.split(separator: ":").map { "\($0)/openstack" }
    directories.append("/etc/openstack")
    var seen: Set<String> = []
    return directories.filter { seen.insert($0).inserted }
  }

  /// Finds what the files say of a cloud.
  ///
  /// - Parameters:
  ///   - name: The cloud.
  ///   - region: The region that is asked for, of those that the entry may list.
  /// - Returns: The cloud with its entry, free of mistakes.
  /// - Throws: ``CloudsFileError``, ``UnreadableClouds``, ``InputFileError``.
  func cloud(named name: String, region: String?) throws -> Cloud {
    let clouds = try read(.clouds)
    let secure = try read(.secure)
    guard clouds != nil || secure != nil else {
      throw CloudsFileError.missingFile(cloud: name, searched: searchPaths(for: .clouds))
    }
    let entries = [clouds, secure].compactMap { $0?.entries[name] }
    guard var entry = entries.first else {
      let names = Set([clouds, secure].compactMap { $0?.entries.keys }.joined())
      throw CloudsFileError.missingEntry(
        cloud: name,
        path: (clouds ?? secure)?.path ?? "",
        names: names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      )
    }
    for other in entries.dropFirst() { entry.merge(other) }
    var cloud = Cloud(name: name, entry: entry)
    if let profile = entry.profile {
      if let vendor = try read(.profiles)?.entries[profile.text] {
        cloud.entry = entry.over(vendor)
      } else {
        cloud.missingProfile = profile.text
      }
    }
    guard cloud.entry.diagnostics.isEmpty else {
      throw CloudsFileError.mistakes(
        cloud: name,
        lines: cloud.entry.diagnostics.map(\.description)
      )
    }
    do throws(CloudEntry.UnknownRegion) {
      cloud.entry = try cloud.entry.inRegion(region)
    } catch {
      throw CloudsFileError.unknownRegion(error.region, cloud: name, known: error.known)
    }
    return cloud
  }

  private func read(_ kind: Kind) throws -> (path: String, entries: [String: CloudEntry])? {
    let paths = searchPaths(for: kind)
    guard let path = paths.first(where: InputFile.exists) else {
      if let variable = kind.variable, context.environment[variable] != nil, let path = paths.first
      {
        throw CloudsFileError.missingNamedFile(variable: variable, path: path)
      }
      return nil
    }
    let bytes = try InputFile.read(path, patience: context.patience(for: path))
    // The file may be left over from passwords that were moved elsewhere.
    if kind != .clouds, Self.holdsNothing(bytes) { return nil }
    let entries = try Self.entries(of: bytes, path: path, kind: kind)
    return (path, entries)
  }

  /// Whether there are comments and blank lines alone.
  private static func holdsNothing(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      let text = line.drop { " \t\r".utf8.contains($0) }
      return text.isEmpty || text.first == UInt8(ascii: "#") || text.elementsEqual("---".utf8)
    }
  }

  /// The entries of a file by name, each with its own mistakes.
  ///
  /// - Throws: ``UnreadableClouds`` where it is no such file.
  static func entries(
    of bytes: [UInt8],
    path: String,
    kind: Kind = .clouds
  ) throws(UnreadableClouds) -> [String: CloudEntry] {
    do throws(CloudsFile.Unreadable) {
      return try CloudsFile.decode(bytes, file: path, section: kind.section)
    } catch {
      throw UnreadableClouds(path: path, lines: error.diagnostics.map(\.description))
    }
  }
}

/// A file of clouds that is none.
struct UnreadableClouds: Error, Hashable {
  let path: String
  let lines: [String]
}
