/// A list of v3: where it is, what it is called there, what of it is wanted, and how all of it is got.
public struct V3ObjectList: Hashable, Sendable {
  /// How all of a list is got.
  enum Reading: Hashable, Sendable {
    /// Page by page.
    case paged
    /// At once, with a `limit` where the server has one of its own.
    case limited
    /// At once; the route has no `limit`.
    case whole
  }

  /// What a field of its objects has to be.
  struct Filter: Hashable, Sendable {
    let name: String
    let value: String
  }

  let path: [String]
  let wrapper: String
  let reading: Reading
  let filters: [Filter]

  private init(
    _ path: String...,
    reading: Reading,
    _ filters: (name: String, value: String?)...
  ) {
    self.path = path
    wrapper = path.last ?? ""
    self.reading = reading
    self.filters = filters.compactMap { name, value in
      value.map { Filter(name: name, value: $0) }
    }
  }

  /// All domains.
  public static let domains = domains()
  /// All regions.
  public static let regions = V3ObjectList("regions", reading: .whole)
  /// All services.
  public static let services = V3ObjectList("services", reading: .limited)
  /// The endpoint table, a row for each interface.
  public static let endpoints = V3ObjectList("endpoints", reading: .limited)
  /// All grants.
  public static let grants = grants()
  /// The catalog as the token that asks for it sees it, an entry for each service.
  public static let catalog = V3ObjectList("auth", "catalog", reading: .whole)

  /// All domains, or those of a name.
  public static func domains(named name: String? = nil) -> V3ObjectList {
    V3ObjectList("domains", reading: .paged, ("name", name))
  }

  /// Users.
  ///
  /// - Parameters:
  ///   - id: The domain that they live in; nil for any, which a Keystone with a driver for each domain
  ///     (`domain_specific_drivers_enabled`) takes for that of the token's project.
  ///   - name: The name; nil for any.
  /// - Returns: The list.
  public static func users(
    ofDomain id: String? = nil,
    named name: String? = nil
  ) -> V3ObjectList {
    V3ObjectList("users", reading: .paged, ("domain_id", id), ("name", name))
  }

  /// The groups of a domain; without one, what ``users(ofDomain:named:)`` says of it.
  public static func groups(ofDomain id: String? = nil) -> V3ObjectList {
    V3ObjectList("groups", reading: .paged, ("domain_id", id))
  }

  /// The projects of a domain, or of all of them.
  public static func projects(
    ofDomain id: String? = nil,
    named name: String? = nil
  ) -> V3ObjectList {
    V3ObjectList("projects", reading: .paged, ("domain_id", id), ("name", name))
  }

  /// The roles of a domain, or the global ones.
  public static func roles(ofDomain id: String? = nil) -> V3ObjectList {
    V3ObjectList("roles", reading: .limited, ("domain_id", id))
  }

  /// Who has which role where.
  ///
  /// - Parameters:
  ///   - userID: The user who has it; nil for any, and for groups.
  ///   - projectID: The project that it is for; nil for any scope.
  ///   - isEffective: Whether what groups, implications and inheritance give counts as the user's.
  /// - Returns: The list.
  public static func grants(
    ofUser userID: String? = nil,
    onProject projectID: String? = nil,
    isEffective: Bool = false
  ) -> V3ObjectList {
    V3ObjectList(
      "role_assignments",
      reading: .whole,
      ("user.id", userID),
      ("scope.project.id", projectID),
      ("effective", isEffective ? "1" : nil)
    )
  }
}
