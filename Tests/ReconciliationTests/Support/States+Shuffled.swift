import IdentityModel
import TestSupport

extension DesiredState {
  func shuffled(using generator: inout SeededGenerator) -> DesiredState {
    var state = self
    state.roles.shuffle(using: &generator)
    state.tenants.shuffle(using: &generator)
    state.users.shuffle(using: &generator)
    state.assignments.shuffle(using: &generator)
    state.services.shuffle(using: &generator)
    state.endpoints.shuffle(using: &generator)
    return state
  }
}

extension LiveState {
  func shuffled(using generator: inout SeededGenerator) -> LiveState {
    var state = self
    state.roles.shuffle(using: &generator)
    state.tenants.shuffle(using: &generator)
    state.users.shuffle(using: &generator)
    state.services.shuffle(using: &generator)
    state.endpoints.shuffle(using: &generator)
    return state
  }
}
