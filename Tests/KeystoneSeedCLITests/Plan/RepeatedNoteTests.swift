import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

@Suite struct RepeatedNoteTests {
  private static func documents(_ notes: [PlanNote], over backend: String = "v2.0")
    -> [NoteDocument]
  {
    notes.map { NoteDocument($0, backend: backend) }
  }

  @Test func `what is said of several stands once, where the first of them stood`() {
    let notes: [PlanNote] = [
      .withoutPassword("ann"), .takesAlong(.role("r"), id: "1"), .withoutPassword("bob\u{1B}"),
      .kindNotPruned(.tenant), .passwordOfDisabledUser("eve"),
    ]
    let documents = Self.documents(notes)
    let folded = documents.folded(over: "v2.0")
    #expect(
      folded.map(\.text) == [
        "users ann, bob\\x1b get no password: nobody can log in as them", documents[1].text,
        documents[3].text, documents[4].text,
      ]
    )
    #expect(folded[0].sort == .withoutPassword)
    #expect(folded[0].subject == nil)
    #expect(folded.folded(over: "v2.0") == folded)
  }

  @Test func `the names are bounded`() {
    let users = (10...40).map { PlanNote.withoutPassword(QualifiedName("u\($0)")) }
    let folded = Self.documents(users).folded(over: "v2.0")
    #expect(folded.map(\.text.count).allSatisfy { $0 < 200 })
    #expect(folded[0].text.hasPrefix("users u10, u11, "))
    #expect(folded[0].text.contains(", u29 and 11 more get no password"))
  }

  @Test func `every sort has its words for one and for several`() {
    for sort in RepeatedNote.allCases {
      let one = sort.text(of: ["a"], over: "v2.0")
      let two = sort.text(of: ["a", "b"], over: "v2.0")
      #expect(!one.contains("a, b"))
      #expect(two.contains("a, b"))
      let isInflected =
        two.replacing("users a, b", with: "user a").replacing("a, b", with: "a") != one
      #expect(isInflected == ![.kindNotPruned, .heldInDirectory].contains(sort))
    }
  }

  @Test func `what a directory holds is said of each domain once`() {
    let corp = { (name: Name) in QualifiedName(name, of: "corp") }
    let notes: [PlanNote] = [
      .heldInDirectory(
        .group(corp("ops")),
        [FieldChange(.description, from: nil, to: .text("x"))],
        of: "corp"
      ),
      .missingInDirectory(.user(corp("eve")), live: nil),
      .missingInDirectory(.user("eve"), live: nil),
      .staysInDirectory(.user(corp("bob")), of: "corp"),
      .heldInDirectory(
        .membership(Membership(user: "ann", group: corp("ops"))),
        [],
        of: "corp"
      ),
      .missingInDirectory(.user(corp("joe")), live: nil),
      .staysInDirectory(.user("bob"), of: nil),
      .staysInDirectory(.membership(Membership(user: "ann", group: "own")), of: nil),
      .missingInDirectory(.group(corp("ops")), live: nil),
    ]
    let folded = Self.documents(notes, over: "v3").folded(over: "v3")
    #expect(
      folded.map(\.text) == [
        "users and groups of domain corp live in LDAP, which Keystone only reads: group ops stays as it is "
          + "(description: (none), in the seed x), user bob is declared absent and stays, user ann stays "
          + "out of group ops of domain corp; change that there, or leave it out of the seed",
        "users eve, joe are missing, and Keystone cannot make them: users and groups of domain corp live "
          + "in LDAP, so create them there",
        "user eve is missing, and Keystone cannot make it: users and groups of the default domain live in "
          + "LDAP, so create it there",
        "users and groups of the default domain live in LDAP, which Keystone only reads: user bob is "
          + "declared absent and stays, user ann stays in group own; change that there, or leave it out of "
          + "the seed",
        "group ops is missing, and Keystone cannot make it: users and groups of domain corp live in LDAP, "
          + "so create it there",
      ]
    )
    #expect(folded.map(\.domain) == ["corp", "corp", nil, nil, "corp"])
  }

  @Test func `a note with words of its own is of no sort`() {
    #expect(RepeatedNote.of(.missingInDirectory(.user("a"), live: "A"), over: "v3") == nil)
    #expect(RepeatedNote.of(.missingInDirectory(.user("a"), live: nil), over: "v3")?.subject == "a")
    #expect(RepeatedNote.of(.kindNotPruned(.tenant), over: "v3")?.subject == "projects")
    let assignment = RoleAssignment(user: "ann", tenant: "acme", role: "admin")
    #expect(
      RepeatedNote.of(.indirect(assignment), over: "v2.0")?.subject == "ann has admin in acme"
    )
    let document = NoteDocument(.takesAlong(.role("r"), id: "1"), backend: "v3")
    #expect(document.sort == nil)
  }
}
