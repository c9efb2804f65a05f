import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import SeedFormat
import Texts

/// Reads what lists over v3 are made of, again where that may help.
struct V3ListReader {
  let client: V3Client
  let retrier: Retrier

  /// The objects of a list, with these fields.
  func objects(
    of list: V3ObjectList,
    fields: [String]
  ) async throws(BackendFailure) -> [JSONObject] {
    try await retrier.asking { () async throws(KeystoneError) in
      try await client.objects(of: list, fields: fields)
    }
  }

  /// A list as it is shown, its objects in the order in which they came.
  func listing(
    of list: V3ObjectList,
    _ columns: [OpenStackColumn]
  ) async throws(BackendFailure) -> Listing {
    let objects = try await objects(of: list, fields: columns.fields)
    return Listing(objects, columns)
  }

  /// Who the client is; nil with Keystone's `admin_token`.
  func caller() async throws(BackendFailure) -> V3Token? {
    try await retrier.asking { () async throws(KeystoneError) in try await client.caller() }
  }

  // MARK: Users and groups

  /// The users of all domains.
  func users(fields: [String]) async throws(BackendFailure) -> [JSONObject] {
    try await objectsOfAllDomains(fields: fields) { .users(ofDomain: $0) }
  }

  /// The groups of all domains.
  func groups(fields: [String]) async throws(BackendFailure) -> [JSONObject] {
    try await objectsOfAllDomains(fields: fields) { .groups(ofDomain: $0) }
  }

  /// What lives in a directory, of all domains.
  ///
  /// A Keystone with a driver for each domain lists those of the domain of the token's project alone
  /// (`keystone.server.flask.common`, `_get_domain_id_for_list_request`), and does not say so. So where
  /// all of a list are of one domain, the others are asked for one by one.
  private func objectsOfAllDomains(
    fields: [String],
    _ list: (String?) -> V3ObjectList
  ) async throws(BackendFailure) -> [JSONObject] {
    var found = try await objects(of: list(nil), fields: fields + ["domain_id"])
    let seen = Set(found.compactMap { $0.text("domain_id") })
    guard seen.count < 2 else { return found }
    let domains: [JSONObject]
    do throws(BackendFailure) {
      domains = try await objects(of: .domains, fields: ["id"])
    } catch {
      // Whoever may not list domains is no admin of all of them.
      guard error.keystoneError?.isForbidden == true else { throw error }
      return found
    }
    for id in domains.compactMap({ $0.text("id") }) where !seen.contains(id) {
      found += try await objects(of: list(id), fields: fields + ["domain_id"])
    }
    return found
  }

  // MARK: Objects by name

  /// The domain with a given ID or name.
  func domain(_ reference: String) async throws -> V3NamedID {
    let found = try await find(.domain, reference, in: .domains(named: reference), all: .domains) {
      () async throws(KeystoneError) in
      let domain = try await client.domain(id: reference)
      return ["id": .string(domain.id), "name": .string(domain.name)]
    }
    return V3NamedID(id: found.text("id") ?? "", name: found.text("name") ?? "")
  }

  /// The user with a given ID or name, of whatever domain.
  func user(_ reference: String) async throws -> V3DomainMember {
    let found = try await find(.user, reference, in: .users(named: reference), all: .users()) {
      () async throws(KeystoneError) in
      let user = try await client.user(id: reference)
      return V3ListReader.member(user.id, user.name, of: user.domainID)
    }
    return try await member(found)
  }

  /// The project with a given ID or name, of one domain or of whatever one.
  func project(
    _ reference: String,
    inDomain domainID: String? = nil
  ) async throws -> V3DomainMember {
    let found = try await find(
      .project,
      reference,
      in: .projects(ofDomain: domainID, named: reference),
      all: .projects(ofDomain: domainID)
    ) { () async throws(KeystoneError) in
      let project = try await client.project(id: reference)
      return V3ListReader.member(project.id, project.name, of: project.domainID)
    }
    return try await member(found)
  }

  private static func member(_ id: String, _ name: String, of domainID: String) -> JSONObject {
    ["id": .string(id), "name": .string(name), "domain_id": .string(domainID)]
  }

  private func member(_ found: JSONObject) async throws(BackendFailure) -> V3DomainMember {
    let domainID = found.text("domain_id") ?? ""
    let domain = try await retrier.asking { () async throws(KeystoneError) in
      try await client.domain(id: domainID)
    }
    return V3DomainMember(
      id: found.text("id") ?? "",
      name: found.text("name") ?? "",
      domain: V3NamedID(id: domain.id, name: domain.name)
    )
  }

  /// Finds an object as the openstack command does (`openstack.resource.Resource.find`): by its ID,
  /// and then by its name.
  private func find(
    _ kind: ListedKind,
    _ reference: String,
    in list: V3ObjectList,
    all: V3ObjectList,
    byID: () async throws(KeystoneError) -> JSONObject
  ) async throws -> JSONObject {
    do throws(BackendFailure) {
      return try await retrier.asking(byID)
    } catch {
      guard error.isNotFound || error.isUnusableID else { throw error }
    }
    let fields = ["id", "name", "domain_id"]
    // Keystone refuses to look for an empty name.
    let rows = reference.isEmpty ? [] : try await objects(of: list, fields: fields)
    // A database that takes two names for one finds either.
    let named = rows.filter { $0.text("name").map { Name($0) } == Name(reference) }
    guard let object = named.first else {
      let names = try await objects(of: all, fields: ["name"]).compactMap { $0.text("name") }
      let similar = Spelling.nearest(to: reference, among: names)
      throw ListError.none(kind, reference, similar: similar)
    }
    guard named.count == 1 else {
      throw ListError.several(kind, reference, count: named.count)
    }
    return object
  }
}

extension JSONObject {
  /// The text of that name.
  func text(_ field: String) -> String? {
    guard case .string(let text)? = self[field] else { return nil }
    return text
  }
}
