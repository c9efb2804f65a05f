import IdentityModel
import Reconciliation

/// What the lists of an identity service hold, as far as they were asked for.
struct LiveLists: Sendable {
  /// The kinds that have a list, which one request gives; those first that others are asked after.
  static let kinds = NamedKind.allCases.reversed().map(\.kind) + [.service, .endpoint] + limits

  /// Those of limits, which are compared together: a registered one cannot be changed while somebody has
  /// one of its own for it.
  static let limits: [ResourceKind] = [.registeredLimit, .limit]

  /// What the lists hold, and what was taken out of them or told of their names; users apart.
  var live = LiveState()
  var users: [UserRow] = []

  init() {}

  /// Whether something of a kind cannot be compared, or written, without that list.
  ///
  /// A user names its default tenant and an assignment all three of its parts, by names that are
  /// IDs in Keystone. A service takes its endpoints with it when it is replaced.
  static func isNeeded(_ list: ResourceKind, for kind: ResourceKind) -> Bool {
    list == kind || DependencyOrder.needs(kind).contains(list)
      || (list == .endpoint && kind == .service) || (list == .limit && kind == .registeredLimit)
  }

  /// Asks for the list of one kind.
  init(_ kind: ResourceKind, of backend: any IdentityBackend) async throws(BackendFailure) {
    switch kind {
    case .user:
      users = try await backend.users.list()
      users = reachable(users, \.user.resourceKey, on: backend)
      // As a rule nobody lives in one.
      guard users.contains(where: \.isReadOnly) else { return }
      live.directories = Directory.among(
        .user,
        users.lazy.map { ($0.user.name.domain, $0.isReadOnly) }
      )
    case .implication, .membership, .assignment: break
    case .service:
      live.services = try await backend.services.list()
      mark(live.services.map(\.id), on: backend)
    case .endpoint:
      live.endpoints = try await backend.endpoints.list()
      mark(live.endpoints.map(\.id), on: backend)
    case .registeredLimit: live.limits = try await backend.registeredLimits.list()
    case .limit: live.limits = try await backend.limits.list()
    default:
      if let draft = kind.namedDraft { try await read(draft, of: backend) }
    }
    guard kind == .group else { return }
    live.directories = Directory.among(
      .group,
      live.groups.lazy.map { ($0.value.name.domain, backend.isInDirectory($0.id)) }
    )
  }

  private mutating func read<Draft: NamedDraft>(
    _ draft: Draft.Type,
    of backend: any IdentityBackend
  ) async throws(BackendFailure) {
    let rows = try await Draft.store(of: backend).list()
    live[keyPath: Draft.live] = reachable(rows, \.value.resourceKey, on: backend)
  }

  /// The rows that a request can name; the others are told by their names, so that they can be left
  /// aside.
  private mutating func reachable<Row: StoredRow>(
    _ rows: [Row],
    _ key: KeyPath<Row, ResourceKey>,
    on backend: any IdentityBackend
  ) -> [Row] {
    // As a rule a request can name them all, and a long list is not copied.
    guard rows.contains(where: { backend.shownUnreachable($0.id) != nil }) else { return rows }
    return rows.filter { row in
      guard let shown = backend.shownUnreachable(row.id) else { return true }
      live.unreachable[row[keyPath: key]] = shown
      return false
    }
  }

  /// Marks the rows of the catalog that no request can name: whoever leaves one out makes a second
  /// one, so they stay.
  private mutating func mark(_ ids: [String], on backend: any IdentityBackend) {
    for id in ids { live.unreachableRows[id] = backend.shownUnreachable(id) }
  }

  /// Joins two lists, of which one is empty most often: then the other one is taken as it is.
  private static func join<Row>(_ rows: inout [Row], _ more: [Row]) {
    if rows.isEmpty { rows = more } else { rows += more }
  }

  mutating func merge(_ other: LiveLists) {
    func joinNamed<Value: NamedResource>(_ type: Value.Type) {
      Self.join(&live[keyPath: Value.live], other.live[keyPath: Value.live])
    }
    for kind in NamedKind.allCases { joinNamed(kind.type) }
    Self.join(&users, other.users)
    Self.join(&live.services, other.live.services)
    Self.join(&live.endpoints, other.live.endpoints)
    Self.join(&live.limits, other.live.limits)
    live.directories.formUnion(other.live.directories)
    live.twins.merge(other.live.twins) { first, _ in first }
    live.renamed.merge(other.live.renamed) { first, _ in first }
    live.unreachable.merge(other.live.unreachable) { first, _ in first }
    live.unreachableRows.merge(other.live.unreachableRows) { first, _ in first }
  }
}
