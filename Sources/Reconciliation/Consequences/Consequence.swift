/// What a change of groups, of their roles or of implications comes to for one user.
package struct Consequence: Hashable, Sendable {
  package enum Effect: String, Codable, Sendable {
    case gains
    case loses
  }

  package let effect: Effect
  package let role: EffectiveRole

  package init(_ effect: Effect, _ role: EffectiveRole) {
    self.effect = effect
    self.role = role
  }
}
