/// Finds out why an address does not serve a version: asks the paths above it which ones are there.
///
/// Nothing secret is sent. A Keystone lists its versions at the path that it is served below
/// (`keystone.server.flask.application`, as `keystone.version.controllers` before).
struct VersionFinder {
  /// How long one of the paths may take: it only explains an error that is there already.
  static let timeout = Duration.seconds(5)

  private let transport: any HTTPTransport
  private let base: IdentityBase

  init(_ transport: any HTTPTransport, for base: IdentityBase) {
    self.transport = transport
    self.base = base
  }

  /// What an error comes of, where it says that a path is not served and somebody is found.
  func reason(for error: KeystoneError) async -> KeystoneError.Reason? {
    guard isMissingPath(error), let address = WebAddress(base.root) else { return nil }
    let roots = Self.roots(above: address)
    for root in roots {
      let versions = await versions(at: root)
      guard !versions.isEmpty else { continue }
      guard versions.contains(where: { $0.version == base.version }) else {
        return .otherVersions(versions.map(\.shownID), root: root)
      }
      return root == roots.first
        ? nil : .keystoneElsewhere("\(root)/\(base.version.rawValue)")
    }
    return nil
  }

  /// Whether an error is of a path rather than of an object below it.
  private func isMissingPath(_ error: KeystoneError) -> Bool {
    switch error.reason {
    case .notTheAdminAPI, .notIdentityV2: true
    case .refused(let refusal):
      refusal.status == 404 && (refusal.speaker != .keystone || refusal.isUnknownRoute)
    default: false
    }
  }

  /// The address itself, then each path above it up to the host, then where devstack has Keystone.
  static func roots(above address: WebAddress) -> [String] {
    var path = address.target.prefix { $0 != "?" }
    while path.last == "/" { path.removeLast() }
    var paths = [String(path)]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      paths.append(String(path))
    }
    for usual in ["/identity", "/keystone"] where !paths.contains(usual) { paths.append(usual) }
    return paths.map { address.origin + $0 }
  }

  /// The versions that are served below a path; none where it is no Keystone's.
  private func versions(at root: String) async -> [APIVersion] {
    var channel = Channel(base: root + "/", transport: transport)
    channel.timeout = Self.timeout
    do throws(KeystoneError) {
      let answer = try await channel.send(Call(.get), accepting: 300)
      return try answer.document(as: VersionList.self).versions
    } catch {
      return []
    }
  }
}
