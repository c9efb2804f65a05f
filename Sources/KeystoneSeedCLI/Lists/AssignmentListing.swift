import Convergence
import KeystoneClient

/// Who has which role where, as the openstack command shows it with names.
///
/// The rows are read by ID and named here, as ``V3ListReader/grants(of:on:isEffective:)`` says.
struct AssignmentListing {
  private let rows: [JSONObject]
  private var roles: [String: String]
  private let users: [String: String]
  private let groups: [String: String]
  private let projects: [String: String]
  private let domains: [String: String]

  /// Reads what it takes.
  ///
  /// - Parameter reader: Where to read.
  /// - Throws: `BackendFailure` when any list cannot be read.
  init(from reader: V3ListReader) async throws(BackendFailure) {
    rows = try await reader.objects(of: .grants, fields: ["role", "user", "group", "scope"])
    let fields = ["id", "name", "domain_id"]
    let domains = Self.names(of: try await reader.objects(of: .domains, fields: ["id", "name"]))
    self.domains = domains
    users = Self.names(of: try await reader.users(fields: fields), in: domains)
    groups = Self.names(of: try await reader.groups(fields: fields), in: domains)
    projects = Self.names(
      of: try await reader.objects(of: .projects(), fields: fields),
      in: domains
    )
    roles = try await reader.namesOfGlobalRoles()
    for id in Set(rows.compactMap { $0.object("role")?.text("id") }).sorted()
    where roles[id] == nil {
      let name = try await reader.nameOfRole(id)
      roles[id] = name
    }
  }

  /// The list, its rows in the order in which they came.
  var listing: Listing {
    Listing(rows.map(row), Self.columns.map { OpenStackColumn($0, $0) })
  }

  static let columns = ["Role", "User", "Group", "Project", "Domain", "System", "Inherited"]

  private func row(_ grant: JSONObject) -> JSONObject {
    let scope = grant.object("scope")
    func name(_ object: JSONObject?, _ names: [String: String]) -> JSONValue {
      let id = object?.text("id") ?? ""
      return .string(names[id] ?? id)
    }
    return [
      "Role": name(grant.object("role"), roles), "User": name(grant.object("user"), users),
      "Group": name(grant.object("group"), groups),
      "Project": name(scope?.object("project"), projects),
      "Domain": name(scope?.object("domain"), domains),
      "System": .string(scope?.object("system") == nil ? "" : "all"),
      "Inherited": .bool(scope?.text("OS-INHERIT:inherited_to") == "projects"),
    ]
  }

  /// The names by ID, with that of the domain where there is one.
  private static func names(
    of objects: [JSONObject],
    in domains: [String: String] = [:]
  ) -> [String: String] {
    let names = objects.map { object in
      let name = object.text("name") ?? ""
      let domain = object.text("domain_id").map { domains[$0] ?? $0 }
      return (object.text("id") ?? "", domain.map { "\(name)@\($0)" } ?? name)
    }
    return Dictionary(names) { first, _ in first }
  }
}
