import Convergence
import IdentityModel
import KeystoneClient

/// Which domains there are, by name, and which of them lists look into.
///
/// Where a seed names none but the default one, nobody asks.
actor V3Domains {
  /// A domain that is looked into.
  struct Known: Sendable {
    /// What it is, or is to be, called; nil for the default one.
    let name: Name?
    let id: String
  }

  private let client: V3Client
  private let defaultID: String
  private let listed: V3Listed?
  private var inSight: [Name: Name?] = [:]
  /// What is looked up where a domain has more than it lists; nil where lists have to be whole.
  private(set) var lookedUp: (@Sendable (Directory) -> Set<Name>)?
  /// Of which users and groups the last lists have not all.
  private(set) var gaps: Set<ListGap> = []
  /// Nil before they were listed.
  private var ids: [Name: String]?
  private var listing: Task<Result<[V3Domain], BackendFailure>, Never>?

  /// Makes one that looks into the default domain alone.
  ///
  /// - Parameters:
  ///   - client: What speaks v3.
  ///   - defaultID: The ID of the default domain.
  ///   - listed: What takes in the list; nil where nobody else wants it.
  init(client: V3Client, defaultID: String, listed: V3Listed?) {
    self.client = client
    self.listed = listed
    self.defaultID = defaultID
  }

  /// Has lists look into those as well, each with what it was called where it is to be renamed.
  func look(into domains: [Name: Name?]) {
    inSight.merge(domains) { _, new in new }
  }

  /// Has lists do without a domain, if others can be read.
  func allowGaps(lookingUp names: @escaping @Sendable (Directory) -> Set<Name>) {
    lookedUp = names
  }

  /// Takes in how the last list of a domain's users or groups went.
  func note(_ reason: ListGap.Reason?, of directory: Directory) {
    gaps = gaps.filter { $0.directory != directory }
    if let reason { gaps.insert(ListGap(directory, reason)) }
  }

  /// The domains that lists look into, as far as they are there, the default one first.
  func known() async throws(BackendFailure) -> [Known] {
    let defaultDomain = Known(name: nil, id: defaultID)
    guard !inSight.isEmpty else { return [defaultDomain] }
    if ids == nil { _ = try await list() }
    let others = inSight.sorted { $0.key < $1.key }.compactMap { name, former in
      id(called: name, or: former).map { Known(name: name, id: $0) }
    }
    return [defaultDomain] + others
  }

  /// All domains; whoever asks at the same time shares one request.
  func list() async throws(BackendFailure) -> [V3Domain] {
    let task = listing ?? Task { await Self.domains(of: client) }
    listing = task
    let result = await task.value
    listing = nil
    let domains = try result.get()
    await listed?.note { $0.domains = domains }
    ids = Dictionary(domains.map { (Name($0.name), $0.id) }) { first, _ in first }
    try await findTwins(among: domains)
    return domains
  }

  /// Finds those in sight that a database has by another spelling, such as `heat` for `Heat`.
  private func findTwins(among domains: [V3Domain]) async throws(BackendFailure) {
    let missing = inSight.filter { id(called: $0.key, or: $0.value) == nil }.keys
    guard !missing.isEmpty else { return }
    let folded = Set(domains.map { Name($0.name).folded })
    for name in missing.sorted() where folded.contains(name.folded) {
      let found = try await translated(await client.domains(named: name.text))
      guard let domain = found.first, found.count == 1, inSight[Name(domain.name)] == nil else {
        continue
      }
      ids?[name] = domain.id
    }
  }

  /// The ID of a domain, nil for the default one's name.
  ///
  /// - Throws: `BackendFailure` where it is not there.
  func id(of name: Name?) async throws(BackendFailure) -> String {
    guard let name else { return defaultID }
    if let id = id(called: name, or: inSight[name] ?? nil) { return id }
    _ = try await list()
    guard let id = id(called: name, or: inSight[name] ?? nil) else {
      throw BackendFailure(.notFound, cause: MissingDomain(name: name))
    }
    return id
  }

  /// What a domain is called; nil of the default one.
  ///
  /// - Throws: `BackendFailure` where it is not there.
  func name(ofID id: String) async throws(BackendFailure) -> Name? {
    guard !isDefault(id: id) else { return nil }
    if ids == nil { _ = try await list() }
    guard let name = ids?.filter({ $0.value == id }).keys.min() else {
      throw BackendFailure(.notFound, cause: MissingDomain(name: Name(id)))
    }
    return name
  }

  /// Takes in that a domain was made.
  func note(_ name: Name, id: String) { ids?[name] = id }

  /// Whether that is the default domain.
  nonisolated func isDefault(id: String) -> Bool { id == defaultID }

  private func id(called name: Name, or former: Name?) -> String? {
    ids?[name] ?? former.flatMap { ids?[$0] }
  }

  private static func domains(of client: V3Client) async -> Result<[V3Domain], BackendFailure> {
    do throws(KeystoneError) {
      return .success(try await client.domains())
    } catch {
      return .failure(BackendFailure(error))
    }
  }
}

/// A name that no domain has.
private struct MissingDomain: BackendError {
  let name: Name

  var words: String { "no domain is called \(name)" }
  var description: String { words }
}
