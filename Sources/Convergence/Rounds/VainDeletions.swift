import IdentityModel
import Reconciliation

/// What Keystone said is not there when it was to be taken away.
///
/// As a rule somebody else was faster. What is listed afterwards all the same is nothing that the
/// backend can take away: a role that comes from a group, an endpoint that another API made.
struct VainDeletions {
  private(set) var assignments: Set<RoleAssignment> = []
  private(set) var endpoints: Set<String> = []

  init() {}

  init(_ outcomes: [StepOutcome]) {
    for outcome in outcomes where outcome.isDone && outcome.isAdopted {
      switch (outcome.change.key, outcome.change.action) {
      case (.assignment(let assignment), .delete): assignments.insert(assignment)
      case (.endpoint, .delete), (.endpoint, .replace):
        if let id = outcome.change.liveID { endpoints.insert(id) }
      case (.named, _), (.implication, _), (.membership, _), (.assignment, _), (.service, _),
        (.endpoint, _), (.limit, _):
        break
      }
    }
  }

  /// Says of what is still there that it cannot be taken away.
  func mark(_ live: inout LiveState) {
    live.indirectAssignments.formUnion(assignments.intersection(live.assignments))
    guard !endpoints.isEmpty else { return }
    for index in live.endpoints.indices where endpoints.contains(live.endpoints[index].id) {
      live.endpoints[index].isManageable = false
    }
  }
}
