import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

/// The commands against what the 2014 command printed from the same answers.
@Suite struct RecordedTablesTests {
  @Test func tablesAreThoseOfTheOldCommand() async throws {
    let tables = try RecordedTable.all()
    #expect(tables.count >= 24)
    for table in tables {
      let command = try KeystoneSeedCommand.parseAsRoot(table.arguments)
      let transport = RecordedTransport(table.answers)
      let text: String
      if let command = command as? any ListCommand {
        text = try await command.text(from: .test(transport), isShown: false)
      } else {
        let catalog = try #require(command as? CatalogCommand)
        let reader = ListReader.test(transport, isLogin: true)
        text = try await catalog.text(from: reader, region: table.region, isShown: false)
      }
      #expect(Array(text.utf8) == Array(table.output.utf8), "\(table.arguments)")
    }
  }
}
