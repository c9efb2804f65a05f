import IdentityModel

/// A valid seed in one line.
struct SeedSummary {
  let desired: DesiredState
  /// What the seed's files are called.
  let files: [String]

  init(_ desired: DesiredState, files: [String]) {
    self.desired = desired
    self.files = files
  }

  /// The line, ending in a line break.
  var text: String {
    let domains = desired.domains.isEmpty ? [] : [(desired.domains.count, "domain")]
    let groups = desired.groups.isEmpty ? [] : [(desired.groups.count, "group")]
    let members = desired.memberships.isEmpty ? [] : [(desired.memberships.count, "membership")]
    let implied =
      desired.implications.isEmpty ? [] : [(desired.implications.count, "implication")]
    let limits = desired.limits.isEmpty ? [] : [(desired.limits.count, "limit")]
    let counts =
      domains + [
        (desired.regions.count, "region"),
        (desired.roles.count, "role"),
      ] + implied + [
        (desired.tenants.count, "tenant")
      ] + groups + [
        (desired.users.count, "user")
      ] + members + [
        (desired.assignments.count, "assignment"),
        (desired.services.count, "service"),
        (desired.endpoints.count, "endpoint"),
      ] + limits
    let parts = counts.map { count, noun in "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return "\(subject) valid: \(parts.joined(separator: ", ")).\n"
  }

  private static let mostNames = 3

  private var subject: String {
    let names = files.prefix(Self.mostNames).map(TerminalText.harmless)
    let more = files.count - names.count
    let last = more > 0 ? "\(more) more" : names.last ?? ""
    let others = more > 0 ? names[...] : names.dropLast()
    return others.isEmpty
      ? "\(last) is" : "\(others.joined(separator: ", ")) and \(last) together are"
  }
}
