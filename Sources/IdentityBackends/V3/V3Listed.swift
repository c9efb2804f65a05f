import KeystoneClient

/// The lists that a backend has read whole, for whom else they tell something: each is asked for once.
package actor V3Listed {
  /// Nil for what was not read.
  struct Lists: Sendable {
    var domains: [V3Domain]?
    var projects: [V3Project]?
    var groups: [V3Group]?
    var users: [V3User]?
    var roles: [V3Role]?
    var implications: [V3Implication]?
    var grants: [V3Grant]?
  }

  private(set) var lists = Lists()

  /// Makes one that knows of no list.
  package init() {}

  /// Takes in what was read.
  func note(_ take: @Sendable (inout Lists) -> Void) { take(&lists) }
}
