import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient

/// Logs in as every user whose password the seed knows, to each tenant, domain and system where the seed
/// gives a role.
///
/// The plan has tried the passwords already, without a tenant: whoever was refused there, or is not
/// there at all, is not tried again.
struct LoginChecker: Sendable {
  let access: any IdentityAccess
  let parallelism: Int

  /// Logs in.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - planned: What a plan found live.
  /// - Returns: One check for each user and scope, in their order.
  func check(_ desired: DesiredState, _ planned: PlannedState) async -> [LoginCheck] {
    let hidden = HiddenEndpoints(planned.live)
    let endpoints = desired.shownEndpoints
    let questions = LoginQuestions(desired, planned, tellsLocksApart: access.tellsLocksApart)
    return await questions.questions.concurrentMap(limit: parallelism) { question in
      switch question {
      case .settled(let check): check
      case .login(let login): await self.check(login, endpoints: endpoints, hidden)
      }
    }
  }

  private func check(
    _ login: LoginQuestions.Login,
    endpoints: [Endpoint],
    _ hidden: HiddenEndpoints
  ) async -> LoginCheck {
    let outcome: LoginCheck.Outcome
    do throws(BackendFailure) {
      let catalog = try await access.catalog(seenBy: login)
      let gaps = catalog.gaps(of: endpoints, tenantID: login.scope.tenantID, userID: login.userID)
      outcome = .accepted(catalog, gaps: gaps.map { hidden.explained($0) })
    } catch {
      outcome = Self.outcome(of: error, login)
    }
    return LoginCheck(
      user: login.user,
      userID: login.userID,
      scope: login.scope,
      outcome: outcome
    )
  }

  /// What a refusal means for a user whose password was right a moment ago.
  private static func outcome(
    of error: BackendFailure,
    _ login: LoginQuestions.Login
  ) -> LoginCheck.Outcome {
    guard error.isUnauthorized else { return .failed(error) }
    let refusal = error.keystoneError?.refusal
    if refusal?.requiredMethods.isEmpty == false { return .secondFactorNeeded }
    return switch refusal?.accountState {
    case .locked: .locked
    case .passwordExpired: .passwordToBeChanged
    case .disabled: .userDisabled
    case nil: .refusedInScope(login.scope, isDisabled: login.isScopeDisabled)
    }
  }
}
