import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct ListErrorMessageTests {
  static let messages: [(ListError, String)] = [
    (.none(.user, "x\u{7}"), #"no user with a name or ID of 'x\x07' exists"#),
    (.none(.tenant, "x"), "no tenant with a name or ID of 'x' exists"),
    (.several(.user, "x", count: 2), "2 users are called 'x'"),
    (.noCaller(missing: [.user, .tenant]), "the token in use stands for no user and no tenant"),
    (.noCaller(missing: [.tenant]), "the token in use stands for no tenant"),
    (.none(.domain, "x"), "no domain with a name or ID of 'x' exists"),
    (.several(.project, "x", count: 2), "2 projects are called 'x'"),
    (
      .noColumn("x\u{7}", columns: ["ID", "Name"], others: []),
      #"there is no column 'x\x07' in this list; there are ID, Name"#
    ),
    (
      .needsVersion3("region-list", isServed: true),
      "region-list needs version 3 of the Identity API, and version 2.0 is spoken"
    ),
    (.noCatalog, "the token in use has no catalog: it is Keystone's admin_token, or has ended"),
  ]

  @Test(arguments: messages)
  func saysWhatIsMissing(_ error: ListError, _ summary: String) {
    #expect(error.message.summary == summary)
    #expect(error.exitStatus == .failure)
  }

  @Test func namesWhoeverIsLikeIt() {
    let message = ListError.none(.user, "nva", similar: "no\u{7}va").message
    #expect(message.hints == [#"Did you mean no\x07va?"#])
  }

  @Test func namesTheOptionsThatHelp() {
    let hints = ListError.noCaller(missing: [.user, .tenant]).message.hints
    #expect(hints.contains { $0.hasPrefix("Give --user and --tenant, or log in") })
  }

  @Test(
    arguments: [
      (nil, "Ask for version 3: --os-identity-api-version 3"),
      (true, "Ask for version 3: --os-identity-api-version 3"),
      (false, "This Keystone serves no version 3."),
    ] as [(Bool?, String)]
  )
  func saysHowVersion3IsAskedFor(_ isServed: Bool?, _ hint: String) {
    let hints = ListError.needsVersion3("region-list", isServed: isServed).message.hints
    #expect(hints.count == 1)
    #expect(hints.allSatisfy { $0.hasPrefix(hint) })
  }
}
