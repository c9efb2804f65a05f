import IdentityModel

/// Which row stands for a declared endpoint: one that users see, among those one that already
/// matches the seed, and among several such the one with the lowest ID.
struct EndpointSurvivor {
  /// The row on the surviving service that stays, changed where it differs; nil where a new one has
  /// to be made.
  let row: LiveEndpoint?
  /// The row, be it on a duplicate of the service, whose undeclared fields a new one repeats.
  let model: LiveEndpoint?
  private let endpoint: Endpoint
  private let candidates: [LiveEndpoint]

  init(of endpoint: Endpoint, among rows: [LiveEndpoint], onService serviceID: String?) {
    self.endpoint = endpoint
    candidates = Survivor.candidates(among: rows, isShown: \.isShown)
    row = Self.best(of: candidates.filter { $0.serviceID == serviceID }, for: endpoint)
    model = Self.best(of: candidates, for: endpoint)
  }

  /// The row that stays, be it one that has to move to the surviving service first.
  ///
  /// - Parameter isMovable: Whether a row can.
  /// - Returns: The row; nil where a new one has to be made.
  func row(movingWhere isMovable: (LiveEndpoint) -> Bool) -> LiveEndpoint? {
    row ?? Self.best(of: candidates.filter(isMovable), for: endpoint)
  }

  /// A match stays even if the backend could not delete it, since then all the others can go; a row
  /// that differs, or that nobody sees, is rather one that the backend can change.
  private static func best(of rows: [LiveEndpoint], for endpoint: Endpoint) -> LiveEndpoint? {
    let changeable = rows.filter(\.isManageable)
    let isSeen = rows.contains(where: \.isShown)
    let rows = isSeen || changeable.isEmpty ? rows : changeable
    let matching = rows.filter {
      FieldChange.between(desired: endpoint.fields, live: $0.fields).isEmpty
    }
    let foreign = matching.filter { !$0.isManageable }
    return (foreign.isEmpty ? matching : foreign).min { Survivor.precedes($0.id, $1.id) }
      ?? rows.min(by: LiveEndpoint.movesBefore)
  }
}
