import IdentityModel

/// A valid seed in one line.
struct SeedSummary {
  let desired: DesiredState
  let name: String

  init(_ desired: DesiredState, name: String) {
    self.desired = desired
    self.name = name
  }

  /// The line, ending in a line break.
  var text: String {
    let counts = [
      (desired.roles.count, "role"),
      (desired.tenants.count, "tenant"),
      (desired.users.count, "user"),
      (desired.assignments.count, "assignment"),
      (desired.services.count, "service"),
      (desired.endpoints.count, "endpoint"),
    ]
    let parts = counts.map { count, noun in "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return "\(TerminalText.harmless(name)) is valid: \(parts.joined(separator: ", ")).\n"
  }
}
