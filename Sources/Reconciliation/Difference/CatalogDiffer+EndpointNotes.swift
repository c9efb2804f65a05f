import IdentityModel

extension CatalogDiffer {
  /// The interfaces beside a declared endpoint that no list of endpoints shows, and of which a
  /// catalog may show one in place of the seed's.
  var strayNotes: [PlanNote] {
    let declared = Dictionary(desired.endpoints.map { ($0.key, $0) }) { first, _ in first }
    return live.strayInterfaces.compactMap { row in
      let key = services.key(ofService: row.serviceID, in: row.region)
      guard row.isShown, let url = declared[key]?.url(of: row.interface),
        !url.isEquivalent(to: row.url)
      else { return nil }
      return .strayInterface(key, row.interface, id: row.id, url: row.url)
    }
  }

  /// The declared endpoints of live services of which nobody tells what v3 alone knows.
  var unknownNotes: [PlanNote] {
    guard let unknown = live.unknownInterfaces else { return [] }
    let asked = Set(
      live.services.filter { unknown.covers(serviceID: $0.id) }.map(\.value.key)
    )
    let keys = desired.endpoints.map(\.key).filter { asked.contains($0.service) }
    return keys.isEmpty ? [] : [.interfacesUnknown(keys.sorted(), unknown.reason)]
  }
}
