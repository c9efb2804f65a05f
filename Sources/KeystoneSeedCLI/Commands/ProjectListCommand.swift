import ArgumentParser

/// `keystone-seed project-list`: the same by its name of today.
struct ProjectListCommand: TenantListing {
  static let configuration = CommandConfiguration(
    commandName: "project-list",
    abstract: "List all projects, which v2.0 calls tenants: the same as tenant-list.",
    discussion: "Over v3 it is what openstack project list shows: the projects of all domains."
  )

  @OptionGroup var domain: ListedDomainOption
  @OptionGroup var long: LongListOption
  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions
}
