package import IdentityModel
package import Reconciliation

extension Change {
  /// All that a row holds, or an update sets, because of the change.
  package var settings: [FieldSetting] {
    let changed = fields.compactMap { change in change.to.map { FieldSetting(change.field, $0) } }
    guard action != .update else { return changed }
    var held: [FieldSetting] = []
    switch resource {
    case .service(let service): held = service.fields + hiding(service.isShown)
    case .endpoint(let row): held = row.endpoint.fields + hiding(row.endpoint.isShown)
    case .named, .implication, .membership, .assignment, .limit, nil: break
    }
    return changed + held.filter { setting in !changed.contains { $0.field == setting.field } }
  }

  /// The live service that an endpoint is made on; nil for one that the same plan makes.
  package var serviceID: String? {
    guard case .endpoint(let row) = resource, case .live(let id) = row.service else { return nil }
    return id
  }

  /// What a new row holds and no field of the change shows.
  package var carried: [FieldSetting] {
    let shown = Set(fields.map(\.field))
    return action == .update ? [] : settings.filter { !shown.contains($0.field) }
  }

  private func hiding(_ isShown: Bool) -> [FieldSetting] {
    isShown ? [] : [FieldSetting(.enabled, .flag(false))]
  }
}
