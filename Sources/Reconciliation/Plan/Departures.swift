import IdentityModel
import Texts

/// What is lost with what a plan deletes, and nobody may think of.
///
/// A tenant or user that the seed calls otherwise than before is a new one with a new ID: what hangs
/// on the old one does not come along. A role goes from everybody who has it, a domain with all in it.
struct Departures {
  let live: LiveState
  /// The kinds that were looked at.
  let kinds: Set<ResourceKind>

  func notes(on changes: [Change]) -> [PlanNote] {
    var leaving: [ResourceKind: [Change]] = [:]
    let domains = Set(
      changes.lazy.filter { $0.action == .delete && $0.kind == .domain }.map(\.key)
    )
    var notes: [PlanNote] = []
    for change in changes where change.action == .delete {
      switch change.key {
      case .named(.role, let name) where name.domain.map { domains.contains(.domain($0)) } == true:
        break
      case .named(.role, _):
        notes.append(.takesAlong(change.key, id: change.liveID ?? ""))
      case .named(.domain, let name):
        let isLooked = kinds.isSuperset(of: Residents.kinds.map(\.kind))
        let residents = isLooked ? Residents(of: name.name, in: live) : nil
        notes.append(.takesAlong(change.key, id: change.liveID ?? "", residents))
        leaving[.domain, default: []].append(change)
      case .named(.region, _): break
      case .named: leaving[change.kind, default: []].append(change)
      case .implication, .membership, .assignment, .service, .endpoint, .limit: break
      }
    }
    let made = changes.filter { $0.action == .create && leaving[$0.kind] != nil }
    guard !made.isEmpty else { return notes }
    return notes + leaving.values.flatMap { renamings(from: $0, to: made) }
  }

  private func renamings(from leaving: [Change], to made: [Change]) -> [PlanNote] {
    var byKey: [RenamingKey: Change] = [:]
    for change in leaving {
      for key in RenamingKey.all(of: change.key) {
        guard let other = byKey[key], other.key.description < change.key.description else {
          byKey[key] = change
          continue
        }
      }
    }
    return made.compactMap { change in
      let old = RenamingKey.all(of: change.key).compactMap { byKey[$0] }
        .min(by: Change.precedes)
      guard let old, let name = old.key.uniqueName else { return nil }
      let departure = PlanNote.Departure(
        name: name,
        id: old.liveID ?? "",
        assignments: assignments(of: old.key)
      )
      return .startsEmpty(change.key, insteadOf: departure)
    }
  }

  private func assignments(of key: ResourceKey) -> Int {
    live.assignments.count { key == $0.holder.key || key == $0.scope.key }
  }
}

private struct RenamingKey: Hashable {
  let kind: ResourceKind
  let domain: Name?
  let text: ExactText

  static func all(of key: ResourceKey) -> [RenamingKey] {
    guard let name = key.uniqueName else { return [] }
    return name.name.renamingKeys.map {
      RenamingKey(kind: key.kind, domain: name.domain, text: ExactText($0))
    }
  }
}
