import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

/// The commands over v3 against what the openstack command printed of the same cloud.
@Suite struct RecordedListsTests {
  @Test(arguments: ["article", "empty", "odd"])
  func listsAreThoseOfTheOpenStackCommand(cloud: String) async throws {
    let recorded = try RecordedLists.cloud(cloud)
    #expect(recorded.cases.count >= 44)
    let reader = V3ListReader.recorded(RecordedTransport(recorded.answers))
    for list in recorded.cases {
      let command = try KeystoneSeedCommand.parseAsRoot(list.arguments)
      let text: String
      if let command = command as? any ListCommand {
        text = try await command.text(from: reader, isShown: false)
      } else {
        let catalog = try #require(command as? CatalogCommand)
        text = try await catalog.text(from: reader, region: nil, isShown: false)
      }
      #expect(Array(text.utf8) == Array(list.output.utf8), "\(list.arguments)")
    }
  }

  @Test func tenantListIsProjectListByItsOldName() async throws {
    let recorded = try RecordedLists.cloud("article")
    let list = try #require(recorded.cases.first { $0.arguments[0] == "project-list" })
    let command = try TenantListCommand.parse(Array(list.arguments.dropFirst()))
    let reader = V3ListReader.recorded(RecordedTransport(recorded.answers))
    #expect(try await command.text(from: reader, isShown: false) == list.output)
  }
}
