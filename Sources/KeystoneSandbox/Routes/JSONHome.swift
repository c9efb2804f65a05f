/// What v3 says of itself where `application/json-home` is asked for: under which name each route is
/// known, and what stands in its path (`keystone.common.json_home`).
///
/// Of Keystone's own list it has what is served here.
enum JSONHome {
  static let mediaType = "application/json-home"
  private static let base = "https://docs.openstack.org/api/openstack-identity/3/"

  /// Whether a client would rather have it than plain JSON, by the header of what it accepts.
  static func isPreferred(accept: String) -> Bool {
    var qualities: [String: Double] = [:]
    for range in accept.split(separator: ",") {
      let parts = range.filter { !$0.isWhitespace }.split(separator: ";").map(String.init)
      guard let type = parts.first else { continue }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
      qualities[type] = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
    }
    let others = ["application/json", "application/*", "*/*"].compactMap { qualities[$0] }
    return (qualities[mediaType] ?? 0) > (others.max() ?? 0)
  }

  /// The document of a release.
  ///
  /// - Parameters:
  ///   - release: Whose routes there are.
  ///   - prefix: What stands before each path: nothing below `/v3`, `/v3` at the root.
  /// - Returns: What the body is to hold.
  static func document(_ release: SandboxRelease, prefix: String) -> JSONObject {
    let routes = RouteTable.v3(release)
    var resources: JSONObject = [:]
    for (relation, path) in table {
      let segments = path.split(separator: "/").map(String.init)
      guard routes.contains(where: { $0.match(segments) != nil }) else { continue }
      resources[base + relation] = .object(resource(prefix + path, segments))
    }
    return ["resources": .object(resources)]
  }

  private static func resource(_ path: String, _ segments: [String]) -> JSONObject {
    let variables = segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    var resource: JSONObject
    if variables.isEmpty {
      resource = ["href": .string(path)]
    } else {
      var parameters: JSONObject = [:]
      for name in variables {
        parameters[name] = .string(base + (parameterNames[name] ?? "param/\(name)"))
      }
      resource = ["href-template": .string(path), "href-vars": .object(parameters)]
    }
    if let first = segments.first, ["limits", "registered_limits"].contains(first) {
      resource["hints"] = ["status": "experimental"]
    }
    return resource
  }

  /// What is called otherwise in a path than as a parameter.
  private static let parameterNames = [
    "value": "param/tag_value", "prior_role_id": "param/role_id",
    "implied_role_id": "param/role_id",
    "endpoint_group_id": "ext/OS-EP-FILTER/1.0/param/endpoint_group_id",
  ]

  /// Each relation with its path.
  private static let table: [(String, String)] =
    own
    + inherited.map { name, path in
      let ending = "inherited_to_projects"
      return ("ext/OS-INHERIT/1.0/rel/\(name)_\(ending)", "/OS-INHERIT\(path)/\(ending)")
    }
    + filters.map { ("ext/OS-EP-FILTER/1.0/rel/\($0)", "/OS-EP-FILTER\($1)") }

  private static let own: [(String, String)] = [
    ("auth_projects", "/auth/projects"),
    ("auth_domains", "/auth/domains"),
    ("auth_system", "/auth/system"),
    ("auth_catalog", "/auth/catalog"),
    ("auth_tokens", "/auth/tokens"),
    ("credentials", "/credentials"),
    ("credential", "/credentials/{credential_id}"),
    ("domains", "/domains"),
    ("domain", "/domains/{domain_id}"),
    ("domain_user_roles", "/domains/{domain_id}/users/{user_id}/roles"),
    ("domain_user_role", "/domains/{domain_id}/users/{user_id}/roles/{role_id}"),
    ("domain_group_roles", "/domains/{domain_id}/groups/{group_id}/roles"),
    ("domain_group_role", "/domains/{domain_id}/groups/{group_id}/roles/{role_id}"),
    ("endpoints", "/endpoints"),
    ("endpoint", "/endpoints/{endpoint_id}"),
    ("groups", "/groups"),
    ("group", "/groups/{group_id}"),
    ("group_users", "/groups/{group_id}/users"),
    ("group_user", "/groups/{group_id}/users/{user_id}"),
    ("limits", "/limits"),
    ("limit", "/limits/{limit_id}"),
    ("limit_model", "/limits/model"),
    ("policies", "/policies"),
    ("policy", "/policies/{policy_id}"),
    ("projects", "/projects"),
    ("project", "/projects/{project_id}"),
    ("project_tags", "/projects/{project_id}/tags/{value}"),
    ("project_user_role", "/projects/{project_id}/users/{user_id}/roles/{role_id}"),
    ("project_user_roles", "/projects/{project_id}/users/{user_id}/roles"),
    ("project_group_role", "/projects/{project_id}/groups/{group_id}/roles/{role_id}"),
    ("project_group_roles", "/projects/{project_id}/groups/{group_id}/roles"),
    ("regions", "/regions"),
    ("region", "/regions/{region_id}"),
    ("registered_limits", "/registered_limits"),
    ("registered_limit", "/registered_limits/{registered_limit_id}"),
    ("role_assignments", "/role_assignments"),
    ("role_inferences", "/role_inferences"),
    ("roles", "/roles"),
    ("role", "/roles/{role_id}"),
    ("implied_roles", "/roles/{prior_role_id}/implies"),
    ("implied_role", "/roles/{prior_role_id}/implies/{implied_role_id}"),
    ("services", "/services"),
    ("service", "/services/{service_id}"),
    ("system_user_roles", "/system/users/{user_id}/roles"),
    ("system_user_role", "/system/users/{user_id}/roles/{role_id}"),
    ("system_group_roles", "/system/groups/{group_id}/roles"),
    ("system_group_role", "/system/groups/{group_id}/roles/{role_id}"),
    ("users", "/users"),
    ("user", "/users/{user_id}"),
    ("user_change_password", "/users/{user_id}/password"),
    ("user_groups", "/users/{user_id}/groups"),
    ("user_projects", "/users/{user_id}/projects"),
    ("user_tokens", "/users/{user_id}/tokens"),
    ("application_credentials", "/users/{user_id}/application_credentials"),
    (
      "application_credential",
      "/users/{user_id}/application_credentials/{application_credential_id}"
    ),
    ("access_rules", "/users/{user_id}/access_rules"),
    ("access_rule", "/users/{user_id}/access_rules/{access_rule_id}"),
  ].map { ("rel/\($0)", $1) }

  /// What is below `/OS-EP-FILTER`.
  private static let filters: [(String, String)] = [
    ("endpoint_groups", "/endpoint_groups"),
    ("endpoint_group", "/endpoint_groups/{endpoint_group_id}"),
    ("endpoint_projects", "/endpoints/{endpoint_id}/projects"),
    ("project_endpoint", "/projects/{project_id}/endpoints/{endpoint_id}"),
    ("project_endpoints", "/projects/{project_id}/endpoints"),
    ("project_endpoint_groups", "/projects/{project_id}/endpoint_groups"),
    ("endpoints_in_endpoint_group", "/endpoint_groups/{endpoint_group_id}/endpoints"),
    ("projects_associated_with_endpoint_group", "/endpoint_groups/{endpoint_group_id}/projects"),
    (
      "endpoint_group_to_project_association",
      "/endpoint_groups/{endpoint_group_id}/projects/{project_id}"
    ),
  ]

  /// What is below `/OS-INHERIT`, whose names and paths all end in the same way.
  private static let inherited: [(String, String)] = [
    ("domain_group_role", "/domains/{domain_id}/groups/{group_id}/roles/{role_id}"),
    ("domain_group_roles", "/domains/{domain_id}/groups/{group_id}/roles"),
    ("domain_user_role", "/domains/{domain_id}/users/{user_id}/roles/{role_id}"),
    ("domain_user_roles", "/domains/{domain_id}/users/{user_id}/roles"),
    ("project_user_role", "/projects/{project_id}/users/{user_id}/roles/{role_id}"),
    ("project_group_role", "/projects/{project_id}/groups/{group_id}/roles/{role_id}"),
  ]
}
