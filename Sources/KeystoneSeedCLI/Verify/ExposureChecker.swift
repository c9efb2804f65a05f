import Convergence
import IdentityModel

/// Looks for what lets people in who should not be.
struct ExposureChecker: Sendable {
  let access: any IdentityAccess

  /// Asks once with the token `ADMIN`, and who the token in use belongs to.
  ///
  /// A stock paste file without `admin_token_auth` proves nothing: Pike checks the token elsewhere.
  func check(_ desired: DesiredState, _ live: LiveState) async throws(BackendFailure) -> [Exposure]
  {
    var exposures: [Exposure] = []
    if try await access.acceptsDefaultToken() { exposures.append(.defaultToken) }
    if try await access.usesBareToken() { exposures.append(.bareToken) }
    let users = Self.usersOfUnknownPassword(desired, live)
    if !users.isEmpty { exposures.append(.unknownPasswords(users)) }
    return exposures
  }

  private static func usersOfUnknownPassword(_ desired: DesiredState, _ live: LiveState)
    -> [QualifiedName]
  {
    // Of a user in a directory no seed can set one.
    let enabled = live.users.map(\.value).filter { user in
      user.enabled != false && !live.isReadOnly(.user(user.name))
    }.map(\.name)
    let declared = desired.unreadPasswords.union(desired.passwords.keys)
    return Set(enabled).subtracting(declared).sorted()
  }
}
