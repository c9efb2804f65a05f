import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct KindTableTests {
  private static func column(_ title: String, _ changes: [Change]) -> KindTable.Column {
    KindTable.Column(title, changes.map { ShownChange($0) })
  }

  @Test func `each kind of which there is anything has a row`() {
    let made = [
      Change(.create, .tenant("a")), Change(.create, .tenant("b")), Change(.create, .user("u")),
    ]
    let columns = [
      Self.column("made", made), Self.column("gone", [Change(.delete, .user("v"), liveID: "1")]),
    ]
    #expect(
      KindTable(columns, backend: "v3").text == """
        | Kind | made | gone |
        | --- | ---: | ---: |
        | projects | 2 |  |
        | users | 1 | 1 |
        """
    )
    #expect(KindTable([Self.column("made", [])], backend: "v3").text.isEmpty)
  }
}
