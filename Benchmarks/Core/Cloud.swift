import IdentityModel

/// A cloud of any size: what it holds follows from the number of its users alone, so that two runs
/// measure the same.
struct Cloud {
  let userCount: Int

  var tenantCount: Int { min(1000, max(1, userCount / 10)) }
  let serviceCount = 100
  let regionCount = 10

  func user(_ index: Int) -> String { "user-\(index)" }
  func email(_ index: Int) -> String { "user-\(index)@cloud.example.com" }
  func tenant(_ index: Int) -> String { "tenant-\(index % tenantCount)" }
  func service(_ index: Int) -> String { "service-\(index)" }
  func type(_ index: Int) -> String { "type-\(index)" }
  func region(_ index: Int) -> String { "region-\(index)" }

  /// The base URL of an interface in a region.
  func base(_ interface: String, _ region: Int) -> String {
    "http://\(interface).region-\(region).example.com"
  }

  /// What stands behind the base URL.
  func path(_ service: Int) -> String { ":\(9000 + service)/v2/$(tenant_id)s" }

  /// Every third user has a second role, in a tenant of another.
  func hasSecondTenant(_ user: Int) -> Bool { user % 3 == 0 && tenantCount > 1 }
}
