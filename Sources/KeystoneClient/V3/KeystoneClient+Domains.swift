extension KeystoneClient {
  /// The ID of the domain in which a user lives, if that domain is disabled.
  ///
  /// Nobody can log in there, and the 401 says no more than that of a wrong password
  /// (`keystone.auth.controllers`, `assert_domain_enabled`). v2.0 has no word for a domain, so that it
  /// reads the v3 that the same server has beside v2.0.
  ///
  /// - Parameter userID: The user.
  /// - Returns: The domain's ID; nil where it is enabled.
  /// - Throws: ``KeystoneError`` where there is no v3, or one that does not say.
  public func disabledDomain(ofUser userID: String) async throws(KeystoneError) -> String? {
    let user: DomainMember = try await send(Call(.get, "users", userID), over: v3).record("user")
    let call = Call(.get, "domains", user.domainID)
    let domain: DomainState = try await send(call, over: v3).record("domain")
    return domain.isEnabled ? nil : user.domainID
  }
}

/// What a user of v3 is read for.
private struct DomainMember: JSONRecord {
  let domainID: String

  init(_ row: JSONRow) throws(ShapeFault) {
    domainID = try row.requiredText("domain_id")
  }
}

/// What a domain is read for.
private struct DomainState: JSONRecord {
  let isEnabled: Bool

  init(_ row: JSONRow) throws(ShapeFault) {
    isEnabled = try row.isEnabled()
  }
}
