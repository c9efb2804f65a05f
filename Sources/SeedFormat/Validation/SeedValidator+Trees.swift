internal import IdentityModel
internal import Texts

extension SeedValidator {
  /// So many levels of projects a domain may have, `max_project_tree_depth` of Keystone unless it is told
  /// otherwise; it refuses one more with a 403.
  private static let mostLevels = 5

  /// Reports projects that are below what nobody declares, below themselves, or too far down, and those that
  /// can't be made since what they are in is disabled.
  mutating func validateParents() {
    let tenants = document.tenants.entries
    warnOfDisabledDomains(of: tenants)
    guard tenants.contains(where: { $0.parent != nil }) else { return }
    let declared = Declared(tenants.map(\.name.value), of: document.tenants)
    let disabled = Set(tenants.lazy.filter { $0.enabled?.value == false }.map(\.name.value))
    var parents: [QualifiedName: QualifiedName] = [:]
    for tenant in tenants {
      guard let parent = tenant.qualifiedParent else { continue }
      parents[tenant.name.value] = parent.value
      require(parent, in: declared, as: "project", isOwn: true)
      needVersion3(
        parent.location,
        "v2.0 has no project that is below another one, v3 has",
        hint: "leave parent out where v2.0 is spoken"
      )
      guard disabled.contains(parent.value), tenant.enabled?.value != false else { continue }
      diagnostics.warning(
        "project \(tenant.name.value.quoted) is below \(parent.value.quoted), which is disabled:"
          + " Keystone makes nothing there, and nothing is enabled there",
        at: parent.location
      )
    }
    let circles = reportCircles(
      among: tenants.map {
        (name: $0.name.value, parent: $0.qualifiedParent, place: $0.parent?.location)
      },
      as: "project"
    )
    guard !circles else { return }
    reportDepth(of: tenants, parents)
  }

  /// Keystone refuses to make a project where its domain is disabled, with a 400; users and groups it makes
  /// (`keystone.resource.core`, `_enforce_project_constraints`).
  private mutating func warnOfDisabledDomains(of tenants: [TenantEntry]) {
    for domain in document.domains.entries {
      guard let enabled = domain.enabled, !enabled.value,
        let tenant = tenants.first(where: {
          $0.exists == nil && $0.name.value.domain == domain.name.value.name
        })
      else { continue }
      diagnostics.warning(
        "a disabled domain: Keystone makes no project there, such as \(tenant.name.value.name.quoted)",
        at: enabled.location,
        hint: "disable it once they are made"
      )
    }
  }

  private mutating func reportDepth(
    of tenants: [TenantEntry],
    _ parents: [QualifiedName: QualifiedName]
  ) {
    for tenant in tenants {
      var level = 1
      var next = tenant.name.value
      while let parent = parents[next], level <= Self.mostLevels {
        level += 1
        next = parent
      }
      guard level == Self.mostLevels + 1, let place = tenant.parent?.location else { continue }
      diagnostics.error(
        "project \(tenant.name.value.quoted) is on the level \(level) of its domain, and Keystone has"
          + " \(Self.mostLevels)",
        at: place
      )
    }
  }

  /// Reports objects that are below themselves, be it through others, once each circle; Keystone refuses
  /// them.
  ///
  /// - Parameters:
  ///   - objects: The objects, each with what it is below and where that stands.
  ///   - noun: What one is called.
  /// - Returns: Whether there are any.
  @discardableResult
  mutating func reportCircles<Key: ComparedName>(
    among objects: [(name: Key, parent: Located<Key>?, place: FileLocation?)],
    as noun: String
  ) -> Bool {
    let parents = Dictionary(
      objects.compactMap { object in object.parent.map { (object.name, $0.value) } }
    ) { first, _ in first }
    let places = Dictionary(
      objects.compactMap { object in object.place.map { (object.name, $0) } }
    ) { first, _ in first }
    var settled: Set<Key> = []
    var hasAny = false
    for object in objects {
      var path: [Key] = []
      var next = object.name
      while let parent = parents[next], settled.insert(next).inserted {
        path.append(next)
        next = parent
      }
      guard let start = path.firstIndex(of: next), let place = places[next] else { continue }
      let circle = (path[start...] + [next]).map(\.text).joined(separator: ", below ")
      diagnostics.error("a \(noun) can't be below itself: \(circle)", at: place)
      hasAny = true
    }
    return hasAny
  }
}

extension TenantEntry {
  /// What it is below, as one of its domain.
  fileprivate var qualifiedParent: Located<QualifiedName>? {
    parent.map { Located(QualifiedName($0.value, of: name.value.domain), at: $0.location) }
  }
}
