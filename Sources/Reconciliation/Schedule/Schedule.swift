package import IdentityModel

/// A plan as operations that know what they wait for: nothing waits for a whole phase.
package struct Schedule: Hashable, Sendable {
  /// Every operation, each after all that it waits for, but for those that come last.
  package let operations: [Operation]

  /// Works out what waits for what.
  ///
  /// - Parameters:
  ///   - plan: What is to be done.
  ///   - live: What Keystone holds, to know which regions are new.
  ///   - caller: Whose own password change comes last: it ends the token that all others use.
  ///   - capabilities: What the backend does by itself, and has to be waited for.
  package init(
    _ plan: Plan,
    live: LiveState,
    caller: Caller?,
    capabilities: BackendCapabilities
  ) {
    var builder = ScheduleBuilder(plan: plan, live: live, capabilities: capabilities)
    builder.build()
    if let caller { builder.putLast { $0.key == .user(caller.user) && $0.sets(.password) } }
    operations = builder.operations
  }
}
