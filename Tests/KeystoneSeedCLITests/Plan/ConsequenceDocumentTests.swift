import FoundationEssentials
import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

@Suite struct ConsequenceDocumentTests {
  private static let ann = NameOrID.name(QualifiedName("ann", of: "corp"))

  private static let all = [
    Consequence(.gains, EffectiveRole(ann, .tenant(.name("lab")), role: "reader")),
    Consequence(.loses, EffectiveRole(.id("7"), .tenant(.id("8")), role: "reader")),
    Consequence(.loses, EffectiveRole(.name("bob"), .domain(.name("corp")), role: "member")),
    Consequence(.loses, EffectiveRole(.name("bob"), .domain(.id("9")), role: "member")),
    Consequence(.gains, EffectiveRole(.name("bob"), .system, role: "member")),
    Consequence(
      .gains,
      EffectiveRole(ann, .tenant(.name(QualifiedName("web", of: "corp"))), role: "reader")
    ),
  ]

  @Test func `it comes back as it was`() throws {
    for consequence in Self.all {
      let text = try JSONText.of(ConsequenceDocument(consequence))
      let read = try JSONDecoder().decode(ConsequenceDocument.self, from: Data(text.utf8))
      #expect(Consequence(read) == consequence)
    }
  }

  @Test func `its parts have the names that those of a change have`() throws {
    #expect(
      try JSONText.of(ConsequenceDocument(Self.all[5])) == """
        {
          "effect" : "gains",
          "role" : "reader",
          "tenant" : "web",
          "tenantDomain" : "corp",
          "user" : "ann",
          "userDomain" : "corp"
        }

        """
    )
  }

  @Test(arguments: [
    #"{"effect": "gains", "role": "r", "user": "u"}"#,
    #"{"effect": "gains", "role": "r", "tenant": "t"}"#,
  ])
  func `one that lacks a part is no plan's`(text: String) throws {
    let read = try JSONDecoder().decode(ConsequenceDocument.self, from: Data(text.utf8))
    #expect(Consequence(read) == nil)
  }
}
