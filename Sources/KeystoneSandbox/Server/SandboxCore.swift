import NIOConcurrencyHelpers

/// What all connections share: the store behind its lock, the faults and the record.
final class SandboxCore: Sendable {
  let recorder: RequestRecorder
  let faults: FaultList
  private let state: NIOLockedValueBox<SandboxState>

  init(_ configuration: SandboxConfiguration) {
    recorder = RequestRecorder(
      keepsRequests: configuration.keepsRequests,
      sink: configuration.recordLine
    )
    faults = FaultList(configuration.faults)
    state = NIOLockedValueBox(
      SandboxState(
        options: ServerOptions(
          release: configuration.release,
          adminToken: configuration.adminToken.isEmpty ? nil : configuration.adminToken,
          tokenLifetime: configuration.tokenLifetime,
          publicURL: "",
          adminURL: "",
          publicPort: 0,
          adminPort: 0,
          lockoutFailureAttempts: configuration.lockoutFailureAttempts,
          lockoutDuration: configuration.lockoutDuration,
          changePasswordUponFirstUse: configuration.changePasswordUponFirstUse,
          listLimit: configuration.listLimit,
          databaseLimit: configuration.databaseLimit,
          nameCollation: configuration.comparesNamesAsMariaDB ? .generalCI : .exact
        )
      )
    )
  }

  /// Reads or changes the store; nobody else does meanwhile.
  func withState<Result: Sendable>(
    _ body: @Sendable (inout SandboxState) throws -> Result
  ) rethrows -> Result {
    try state.withLockedValue(body)
  }

  /// Carries a request out.
  func answer(_ request: SandboxRequest) -> SandboxResponse {
    state.withLockedValue { $0.answer(request) }
  }

  /// The answer that a request would get, on a copy of the store that is then thrown away.
  func rehearse(_ request: SandboxRequest) -> SandboxResponse {
    var copy = state.withLockedValue { $0 }
    return copy.answer(request)
  }

  /// Makes what `keystone-manage bootstrap` makes.
  func bootstrap(_ password: String) throws(SandboxError) {
    let refusal = state.withLockedValue { state -> Refusal? in
      do throws(Refusal) {
        try state.bootstrap(password)
        return nil
      } catch {
        return error
      }
    }
    if let refusal { throw .refused(refusal.message) }
  }
}
