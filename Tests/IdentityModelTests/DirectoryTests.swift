import IdentityModel
import Testing

@Suite("A directory is a domain's")
struct DirectoryTests {
  private static let rows: [(domain: Name?, isReadOnly: Bool)] = [
    (nil, false), ("corp", true), (nil, true), ("lab", true), ("corp", true), ("own", false),
  ]

  @Test("where all live in a directory it is only read, where one lives in the database it is not")
  func among() {
    let found = Directory.among(.user, Self.rows)
    #expect(found == [Directory(.user, of: "corp"), Directory(.user, of: "lab")])
    #expect(Directory.among(.group, Self.rows.filter { $0.domain == nil }) == [])
    #expect(Directory.among(.group, Self.rows.prefix(0)) == [])
  }

  @Test("it holds its users or its groups, and who is in which group")
  func holding() {
    let corp = { (name: Name) in QualifiedName(name, of: "corp") }
    var live = LiveState()
    live.directories = [Directory(.user, of: "corp"), Directory(.group, of: "lab")]
    #expect(live.isReadOnly(.user(corp("ann"))))
    #expect(!live.isReadOnly(.user("ann")))
    #expect(!live.isReadOnly(.group(corp("ann"))))
    #expect(!live.isReadOnly(.tenant(corp("ann"))))
    let held: [(QualifiedName, QualifiedName, Name?)] = [
      (corp("ann"), "own", "corp"), ("bob", QualifiedName("ops", of: "lab"), "lab"),
      (corp("ann"), QualifiedName("ops", of: "lab"), "lab"), ("bob", "own", nil),
    ]
    for (user, group, domain) in held {
      let key = ResourceKey.membership(Membership(user: user, group: group))
      #expect(live.directory(holding: key)?.domain == domain)
      #expect(!LiveState().isReadOnly(key))
    }
  }
}
