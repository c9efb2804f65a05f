import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Texts

/// Looks for what lets people in who should not be.
struct ExposureChecker: Sendable {
  let client: KeystoneClient
  /// The same API with the token `ADMIN`.
  let defaultTokenClient: KeystoneClient
  let retrier: Retrier

  init(_ connection: Connection) {
    client = connection.client
    defaultTokenClient = KeystoneClient(
      endpoint: connection.address,
      authentication: .token(Secret("ADMIN")),
      transport: connection.carrier
    )
    retrier = connection.retrier
  }

  /// Asks once with the token `ADMIN`, and who the token in use belongs to.
  ///
  /// A stock paste file without `admin_token_auth` proves nothing: Pike checks the token elsewhere.
  func check(_ desired: DesiredState, _ live: LiveState) async throws(BackendFailure) -> [Exposure]
  {
    var exposures: [Exposure] = []
    if try await acceptsDefaultToken() { exposures.append(.defaultToken) }
    let caller = try await retrier.asking { () async throws(KeystoneError) in
      try await client.caller()
    }
    if caller == nil { exposures.append(.bareToken) }
    let users = Self.usersOfUnknownPassword(desired, live)
    if !users.isEmpty { exposures.append(.unknownPasswords(users)) }
    return exposures
  }

  private func acceptsDefaultToken() async throws(BackendFailure) -> Bool {
    try await retrier.asking { () async throws(KeystoneError) in
      do throws(KeystoneError) {
        try await defaultTokenClient.verifyAdminAPI()
        return true
      } catch {
        guard error.isUnauthorized || error.isForbidden else { throw error }
        return false
      }
    }
  }

  private static func usersOfUnknownPassword(_ desired: DesiredState, _ live: LiveState) -> [Name] {
    let enabled = live.users.map(\.value).filter { $0.enabled != false }.map(\.name)
    let declared = desired.unreadPasswords.union(desired.passwords.keys)
    return Set(enabled).subtracting(declared).sorted()
  }
}
