import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct ChangeDatabaseTests {
  private static let long = String(repeating: "d", count: 65_536)
  private static let smile = "a\u{1F600}"

  private static func change(
    _ action: Action,
    _ key: ResourceKey,
    description: String? = nil
  ) -> Change {
    let fields = description.map { [FieldChange(.description, to: .text($0))] } ?? []
    return Change(action, key, fields: fields)
  }

  private static func character(_ noun: String) -> String {
    "MySQL's utf8 ends at U+FFFF: it cannot store U+1F600 in the \(noun)."
  }

  private static let tooLong = "MySQL stores 65535 bytes of a description; this one has 65536."

  private static let refused: [(Change, String)] = [
    (change(.create, .user(QualifiedName(smile))), character("name")),
    (change(.create, .tenant(QualifiedName(smile))), character("name")),
    (change(.replace, .role(QualifiedName(smile))), character("name")),
    (
      change(.create, .service(ServiceKey(type: Name(smile), name: "a"))), character("type")
    ),
    (change(.update, .tenant("a"), description: smile), character("description")),
    (change(.update, .tenant("a"), description: long), tooLong),
    (
      change(.create, .service(ServiceKey(type: "t", name: "a")), description: long), tooLong
    ),
  ]

  @Test(arguments: refused)
  func whatMySQLCannotStoreIsSaid(change: Change, hint: String) {
    #expect(change.unstorable == [hint])
  }

  private static let stored: [Change] = [
    change(.create, .user("a\u{FFFD}")),
    change(.delete, .user(QualifiedName(smile))),
    change(.update, .tenant("a"), description: String(long.dropLast())),
    change(.create, .service(ServiceKey(type: "t", name: Name(smile))), description: smile),
  ]

  @Test(arguments: stored)
  func whatItStoresIsNot(change: Change) {
    #expect(change.unstorable.isEmpty)
  }
}
