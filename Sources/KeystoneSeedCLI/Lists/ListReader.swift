import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import SeedFormat
import Texts

/// Reads what lists are made of, again where that may help.
struct ListReader {
  let client: KeystoneClient
  let retrier: Retrier

  /// The objects of a list, with these fields.
  func objects(
    of list: ObjectList,
    fields: [String]
  ) async throws(BackendFailure) -> [JSONObject] {
    try await retrier.asking { () async throws(KeystoneError) in
      try await client.objects(of: list, fields: fields)
    }
  }

  /// All tenants, which the public API would make those of the caller alone.
  func tenants(fields: [String]) async throws(BackendFailure) -> [JSONObject] {
    try await retrier.asking { () async throws(KeystoneError) in
      try await client.verifyAdminAPI()
    }
    return try await objects(of: .tenants, fields: fields)
  }

  /// Who the client is; nil with Keystone's `admin_token`.
  func caller() async throws(BackendFailure) -> TokenDocument? {
    try await retrier.asking { () async throws(KeystoneError) in try await client.caller() }
  }

  /// The ID of the tenant with a given name or ID.
  func tenantID(of reference: String) async throws -> String {
    try await id(of: .tenant, reference, in: .tenants) { () async throws(KeystoneError) in
      try await client.tenant(id: reference).id
    }
  }

  /// The ID of the user with a given name or ID.
  func userID(of reference: String) async throws -> String {
    try await id(of: .user, reference, in: .users) { () async throws(KeystoneError) in
      try await client.user(id: reference).id
    }
  }

  /// All of an object with a given name or ID that may be shown, found as the 2014 command did.
  func wholeObject(
    of kind: ListedKind,
    _ reference: String,
    in list: ObjectList
  ) async throws -> JSONObject {
    do throws(BackendFailure) {
      return try await retrier.asking { () async throws(KeystoneError) in
        try await client.wholeObject(of: list, id: reference)
      }
    } catch {
      guard error.isNotFound || error.isUnusableID else { throw error }
    }
    if kind == .tenant {
      // The public API would list those of the caller alone.
      try await retrier.asking { () async throws(KeystoneError) in
        try await client.verifyAdminAPI()
      }
    }
    let objects = try await retrier.asking { () async throws(KeystoneError) in
      try await client.wholeObjects(of: list)
    }
    return try Self.only(of: kind, named: reference, among: objects)
  }

  /// Finds an object as the 2014 command did (`keystoneclient.utils.find_resource`): by its ID, which
  /// hides another that has that for a name, and then by its name.
  private func id(
    of kind: ListedKind,
    _ reference: String,
    in list: ObjectList,
    byID: () async throws(KeystoneError) -> String
  ) async throws -> String {
    do throws(BackendFailure) {
      return try await retrier.asking(byID)
    } catch {
      guard error.isNotFound || error.isUnusableID else { throw error }
    }
    let objects = try await objects(of: list, fields: ["id", "name"])
    let object = try Self.only(of: kind, named: reference, among: objects)
    return PythonText.cell(object["id"] ?? .null)
  }

  private static func only(
    of kind: ListedKind,
    named reference: String,
    among objects: [JSONObject]
  ) throws(ListError) -> JSONObject {
    let named = objects.filter { $0.text("name").map { Name($0) } == Name(reference) }
    guard let object = named.first else {
      let similar = Spelling.nearest(to: reference, among: objects.compactMap { $0.text("name") })
      throw .none(kind, reference, similar: similar)
    }
    guard named.count == 1 else { throw .several(kind, reference, count: named.count) }
    return object
  }
}

extension BackendFailure {
  /// Whether no request was sent, since no object can have that ID; a name may well be like it.
  var isUnusableID: Bool {
    guard case .unusableID = keystoneError?.reason else { return false }
    return true
  }
}
