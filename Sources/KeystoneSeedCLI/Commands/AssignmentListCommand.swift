import ArgumentParser
import KeystoneClient

/// `keystone-seed assignment-list`: who has which role where, of every kind that v3 has.
struct AssignmentListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment-list",
    abstract: "List who has which role where (v3 alone).",
    discussion: "It is what openstack role assignment list --names shows."
  )
  static let columns: [String] = []
  static var version3Columns: [String] { AssignmentListing.columns }

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func listing(from reader: V3ListReader) async throws -> Listing {
    try await AssignmentListing(from: reader).listing
  }
}
