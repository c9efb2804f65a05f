import IdentityModel
import Texts

/// Finds where a plan would make users notice another service than the one that it makes.
///
/// A catalog shows one entry for each type and region (`keystone.catalog.backends.sql`), so that a
/// second service of a live type sends the users of the first one elsewhere, and one whose type is
/// misspelt is found by nobody.
struct CatalogNeighbors {
  private let desired: DesiredState
  private let rows: [Row]
  private let services: [Live<Service>]
  private let madeRegions: Set<Name>

  /// An endpoint that users see and the plan leaves in place.
  private struct Row {
    let key: EndpointKey
    let url: URLTemplate?
  }

  init(desired: DesiredState, live: LiveState, changes: [Change]) {
    self.desired = desired
    let deleted = Set(changes.filter { $0.action == .delete }.compactMap(\.liveID))
    services = live.services.filter { $0.value.isShown && !deleted.contains($0.id) }
    let keys = Dictionary(services.map { ($0.id, $0.value.key) }) { first, _ in first }
    rows = live.endpoints.compactMap { row in
      guard row.isShown, !deleted.contains(row.id), let service = keys[row.serviceID] else {
        return nil
      }
      return Row(
        key: EndpointKey(service: service, region: row.region ?? "", interface: row.interface),
        url: row.interfaces.first.flatMap { row.url(of: $0) }
      )
    }
    madeRegions = Set(live.endpoints.map { $0.region ?? "" })
  }

  /// What is to be said of the changes, each neighbor once.
  func notes(on changes: [Change]) -> [PlanNote] {
    var notes: Set<PlanNote> = []
    var made: [EndpointKey: Endpoint] = [:]
    for change in changes {
      switch change {
      case .create(.service(let service)):
        notes.formUnion(nearTypes(service.key))
      case .create(.endpoint(let row)), .update(.endpoint(let row), _, _),
        .replace(.endpoint(let row), _, _, _):
        guard row.endpoint.isShown else { continue }
        // Of several interfaces the first one is named.
        let place = row.endpoint.key.place
        made[place] = [made[place], row.endpoint].compactMap(\.self).min { $0.key < $1.key }
      case .create, .update, .replace, .delete:
        break
      }
    }
    for (place, endpoint) in made { notes.formUnion(sharedTypes(place, endpoint)) }
    return Array(notes)
  }

  private func sharedTypes(_ key: EndpointKey, _ endpoint: Endpoint) -> [PlanNote] {
    guard let url = endpoint.interfaces.first.flatMap({ endpoint.url(of: $0) }),
      !rows.contains(where: { $0.key.place == key })
    else { return [] }
    let others = rows.filter {
      $0.key.region == key.region && $0.key.service.type == key.service.type
    }
    return Dictionary(grouping: others, by: \.key.service).map { service, rows in
      .sharesType(key, url: url, neighbor(service, rows))
    }
  }

  private func nearTypes(_ key: ServiceKey) -> [PlanNote] {
    let near = services.map(\.value.key).filter { other in
      !isDeclared(other) && other.type.isSlip(of: key.type, inSameName: other.name == key.name)
    }
    return near.map { other in
      .nearType(key, neighbor(other, rows.filter { $0.key.service == other }))
    }
  }

  private func neighbor(_ service: ServiceKey, _ rows: [Row]) -> LiveNeighbor {
    let first = rows.min { $0.key < $1.key }
    return LiveNeighbor(service, url: first?.url, isDeclared: isDeclared(service))
  }

  private func isDeclared(_ service: ServiceKey) -> Bool {
    desired.services.contains { $0.key == service }
  }

  // MARK: Regions

  /// The seed's regions that are nearly the name of a live one, which the seed does not name.
  var regionNotes: [PlanNote] {
    let declared = Set(desired.endpoints.map(\.region))
    let others = madeRegions.subtracting(declared).sorted()
    let folded = Dictionary(others.map { ($0.text.lowercased(), $0) }) { first, _ in first }
    return declared.compactMap { region in
      folded[region.text.lowercased()].map { .regionDiffersOnlyByCase(region, live: $0) }
    }
  }
}

extension Name {
  /// Whether one of two types is probably the other one misspelt.
  ///
  /// `object_store` is, whatever the services are called. Where both have one name, a letter that is
  /// wrong is enough, or two in a long word. `volume` and `volumev3` are two types.
  fileprivate func isSlip(of other: Name, inSameName hasSameName: Bool) -> Bool {
    guard self != other else { return false }
    let (left, right) = (letters, other.letters)
    if left == right { return true }
    guard hasSameName, left.withoutVersion != right.withoutVersion else { return false }
    let length = max(left.count, right.count)
    return length > 3 && left.editDistance(to: right) <= (length > 7 ? 2 : 1)
  }

  private var letters: [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { !["-", "_", ".", " "].contains($0) }
  }
}

extension [Unicode.Scalar] {
  /// The word without a version such as `v3` at its end.
  fileprivate var withoutVersion: [Unicode.Scalar] {
    let digits = reversed().prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return self }
    let stem = dropLast(digits.count)
    return Array(stem.last == "v" ? stem.dropLast() : stem)
  }
}
