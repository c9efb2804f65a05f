extension KeystoneClient {
  /// The versions that the server serves; needs no token.
  ///
  /// The answer is a 300 that is no redirect: it has no `Location`
  /// (`keystone.version.controllers.Version.get_versions`).
  public func versions() async throws(KeystoneError) -> [APIVersion] {
    let root = Channel(
      base: base.root + "/",
      transport: admin.transport,
      catalogServer: admin.catalogServer
    )
    return try await root.send(Call(.get), accepting: 300).document(as: VersionList.self)
      .versions
  }

  /// The version at the client's own address, which is `v2.0`; needs no token.
  public func version() async throws(KeystoneError) -> APIVersion {
    do throws(KeystoneError) {
      return try await admin.send(Call(.get)).record("version")
    } catch {
      if let found = await VersionFinder(admin.transport, for: base).reason(for: error) {
        throw KeystoneError(found, of: error.request)
      }
      guard error.refusal?.isUnknownRoute == true else { throw error }
      throw KeystoneError(.notIdentityV2, of: error.request)
    }
  }

  /// Passes if the address is that of the admin API, throws
  /// ``KeystoneError/Reason/notTheAdminAPI`` if it is the public one.
  ///
  /// A run that lists users needs no such call: that list says the same. Here a user is asked for
  /// who is not likely to be there; that the user is unknown is as good an answer as any.
  public func verifyAdminAPI() async throws(KeystoneError) {
    do throws(KeystoneError) {
      _ = try await send(Call(.get, "users", query: [("name", "nobody")]))
    } catch {
      guard error.isNotFound else { throw error }
    }
  }
}
