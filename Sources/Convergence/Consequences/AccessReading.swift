import IdentityModel
import Reconciliation

/// What was read, beside what a plan needs, of who has which roles: nil where nobody has asked.
struct AccessReading: Sendable {
  var names: AccessNames
  var grants: [AssignmentIDs]?
  var implications: Set<ImplicationIDs>?
  var places: [PlaceIDs]?
  var members: [NameOrID: Set<NameOrID>] = [:]

  /// That of a plan for which nothing of the kind was read, but for what its own reading tells.
  init(_ planned: PlannedState) {
    names = AccessNames(planned.live, caller: planned.caller)
    implications = planned.implications
  }

  /// What is known so far, by names.
  var access: Access {
    var access = Access()
    access.grants = Set((grants ?? []).map { names.grant($0) })
    access.implications = Set((implications ?? []).map { names.implied($0) })
    access.members = members
    let places = (places ?? []).map { (names.tenant($0.id), names.place($0)) }
    access.places = Dictionary(places) { first, _ in first }
    return access
  }
}
