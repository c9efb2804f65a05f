/// A list of v3: where it is, what it is called there, and how all of it is got.
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

  let path: [String]
  let wrapper: String
  let reading: Reading
  /// The domain whose objects they are; nil for those of none.
  let domainID: String?

  private init(_ name: String, _ reading: Reading, ofDomain domainID: String? = nil) {
    path = [name]
    wrapper = name
    self.reading = reading
    self.domainID = domainID
  }

  /// All domains.
  public static let domains = V3ObjectList("domains", .paged)
  /// All regions.
  public static let regions = V3ObjectList("regions", .whole)
  /// All services.
  public static let services = V3ObjectList("services", .limited)
  /// The endpoint table, a row for each interface.
  public static let endpoints = V3ObjectList("endpoints", .limited)
  /// All grants.
  public static let grants = V3ObjectList("role_assignments", .whole)

  /// The users of a domain.
  public static func users(ofDomain id: String) -> V3ObjectList {
    V3ObjectList("users", .paged, ofDomain: id)
  }

  /// The groups of a domain.
  public static func groups(ofDomain id: String) -> V3ObjectList {
    V3ObjectList("groups", .paged, ofDomain: id)
  }

  /// The projects of a domain.
  public static func projects(ofDomain id: String) -> V3ObjectList {
    V3ObjectList("projects", .paged, ofDomain: id)
  }

  /// The roles of a domain, or the global ones.
  public static func roles(ofDomain id: String? = nil) -> V3ObjectList {
    V3ObjectList("roles", .limited, ofDomain: id)
  }
}
