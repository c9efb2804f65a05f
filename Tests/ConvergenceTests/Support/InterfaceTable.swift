import IdentityModel

@testable import Convergence

/// The interfaces that a backend knows one by one, in lists of a greatest length.
struct InterfaceTable: Sendable {
  var rows: [LiveInterface] = []
  var limit = Int.max
  /// What it answers in place of a list, to which questions.
  var refusal: (@Sendable (InterfacePart) -> BackendFailure?)?

  func list(_ part: InterfacePart) throws(BackendFailure) -> InterfaceList {
    if let error = refusal?(part) { throw error }
    let found = rows.filter { row in
      (part.serviceID ?? row.serviceID) == row.serviceID
        && (part.interface ?? row.interface) == row.interface
        && (part.region ?? row.region) == row.region
    }
    return found.count > limit ? .cutOff : .whole(found)
  }
}

extension InterfacePart {
  /// What it asks about, as a test speaks of it.
  var words: String {
    [serviceID, region?.text, interface?.rawValue].compactMap(\.self).joined(separator: " ")
  }
}
