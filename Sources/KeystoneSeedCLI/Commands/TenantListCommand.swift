import ArgumentParser

/// `keystone-seed tenant-list`: all tenants.
struct TenantListCommand: TenantListing {
  static let configuration = CommandConfiguration(
    commandName: "tenant-list",
    abstract: "List all tenants, which v3 calls projects.",
    discussion: "Over v3 it is what openstack project list shows: the projects of all domains."
  )

  @OptionGroup var domain: ListedDomainOption
  @OptionGroup var long: LongListOption
  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions
}
