/// Finds out which versions of the API a Keystone offers, and where; needs no token.
///
/// A Keystone lists its versions at the path that it is served below, with a 300 that is no redirect
/// (`keystone.server.flask.application`, as `keystone.version.controllers` before).
public struct IdentityDiscovery: Sendable {
  private let transport: any HTTPTransport
  private let timeout: Duration?

  /// Makes one.
  ///
  /// - Parameters:
  ///   - transport: What carries requests.
  ///   - timeout: The most time for each request; nil for as long as the transport's.
  public init(transport: any HTTPTransport, timeout: Duration? = nil) {
    self.transport = transport
    self.timeout = timeout
  }

  /// What the Keystone at an address offers.
  ///
  /// - Parameter address: The address, with or without a version and a slash at its end.
  /// - Returns: The versions with their addresses.
  /// - Throws: ``KeystoneError``: what is at the address where it is no Keystone, or
  ///   ``KeystoneError/Reason/keystoneElsewhere(_:)`` where one is found above it or beside it.
  public func offer(at address: String) async throws(KeystoneError) -> IdentityOffer {
    let (root, named) = IdentityBase.parts(of: address)
    let refusal: KeystoneError
    do throws(KeystoneError) {
      return try await offer(below: root, named: named)
    } catch {
      refusal = error
    }
    // Whatever hangs or is down is so at each of its paths. A balancer says that it is of a path that
    // it passes on to nobody as well, but of none that has to be guessed.
    let isDown = refusal.refusal != nil && refusal.isRetryable
    guard refusal.status != nil, !isDown || named != nil, let here = WebAddress(root)
    else { throw refusal }
    // Where a proxy passes on what is below a version alone.
    let order = named.map { named in
      [named] + (isDown ? [] : IdentityVersion.allCases.filter { $0 != named })
    }
    for version in order ?? [.v3, .v2] {
      guard let found = await self.version(at: "\(root)/\(version.rawValue)") else { continue }
      return IdentityOffer(
        versions: [found],
        addresses: [version: "\(root)/\(version.rawValue)"],
        named: named
      )
    }
    guard !isDown else { throw refusal }
    for other in VersionFinder.roots(above: here).dropFirst() {
      guard let versions = await versions(at: other) else { continue }
      let found = IdentityVersion.allCases.last { version in
        versions.contains { $0.version == version }
      }
      guard let version = found else {
        throw KeystoneError(
          .otherVersions(versions.map(\.shownID), root: other),
          of: refusal.request
        )
      }
      throw KeystoneError(.keystoneElsewhere("\(other)/\(version.rawValue)"), of: refusal.request)
    }
    throw refusal
  }

  private func offer(
    below root: String,
    named: IdentityVersion?
  ) async throws(KeystoneError) -> IdentityOffer {
    let answer = try await channel(to: root + "/").send(Call(.get), accepting: 300)
    let list = try versions(in: answer)
    guard !list.versions.isEmpty else {
      throw answer.unreadable(.unexpectedShape(detail: "\(Answer.place).versions is empty"))
    }
    var addresses: [IdentityVersion: String] = [:]
    for offered in list.versions {
      guard let version = offered.version else { continue }
      let place = await place(of: version, linked: list.links[offered.id], below: root)
      addresses[version] = place
    }
    return IdentityOffer(versions: list.versions, addresses: addresses, named: named)
  }

  private func versions(in answer: Answer) throws(KeystoneError) -> VersionList {
    do throws(KeystoneError) {
      return try answer.document(as: VersionList.self)
    } catch {
      guard let others = othersVersions(in: answer) else { throw error }
      throw KeystoneError(.otherService(others.map(\.shownID)), of: error.request)
    }
  }

  private func othersVersions(in answer: Answer) -> [APIVersion]? {
    do throws(KeystoneError) {
      return try answer.document(as: OtherVersionList.self).versions
    } catch {
      return nil
    }
  }

  /// Where a version is: right below the list, or at the path that the list's link has.
  ///
  /// The link's host is not counted: it is made of the request's `Host` header or of
  /// `[DEFAULT] public_endpoint`, which may name a server that nobody here can reach, or another one.
  /// Nor is its path, where a proxy takes a prefix away: what answers below the prefix is right.
  private func place(
    of version: IdentityVersion,
    linked link: String?,
    below root: String
  ) async -> String {
    let usual = "\(root)/\(version.rawValue)"
    guard let link, let here = WebAddress(root),
      let there = here.resolving(link)
    else { return usual }
    var path = there.target.prefix { $0 != "?" }
    while path.last == "/" { path.removeLast() }
    let linked = here.origin + path
    guard linked != usual, await self.version(at: usual) == nil,
      await self.version(at: linked) != nil
    else { return usual }
    return linked
  }

  private func versions(at root: String) async -> [APIVersion]? {
    do throws(KeystoneError) {
      let answer = try await channel(to: root + "/").send(Call(.get), accepting: 300)
      let versions = try answer.document(as: VersionList.self).versions
      return versions.isEmpty ? nil : versions
    } catch {
      return nil
    }
  }

  private func version(at address: String) async -> APIVersion? {
    do throws(KeystoneError) {
      return try await channel(to: address).send(Call(.get)).record("version")
    } catch {
      return nil
    }
  }

  private func channel(to base: String) -> Channel {
    var channel = Channel(base: base, transport: transport)
    channel.timeout = timeout
    return channel
  }
}
