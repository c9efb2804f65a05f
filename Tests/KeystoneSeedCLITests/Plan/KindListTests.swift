import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct KindListTests {
  @Test(
    arguments: [
      ("users=nova", [.user], [.user: ["nova"]]),
      ("user=nova,users=glance,roles", [.user, .role], [.user: ["nova", "glance"]]),
      ("users=nova,users", [.user], [:]),
      ("service=compute/nova", [.service], [.service: ["compute/nova"]]),
      ("users=a=b", [.user], [.user: ["a=b"]]),
    ] as [(String, Set<ResourceKind>, [ResourceKind: Set<Name>])]
  )
  func aKindMayHaveNames(
    argument: String,
    kinds: Set<ResourceKind>,
    names: [ResourceKind: Set<Name>]
  ) {
    #expect(KindList(argument: argument) == KindList(kinds, names: names))
  }

  @Test func severalListsAreOne() {
    func joined(_ lists: String...) -> KindList? {
      KindList(joining: lists.compactMap { KindList(argument: $0) })
    }
    #expect(joined() == nil)
    #expect(joined("users", "roles,groups") == KindList([.user, .role, .group]))
    #expect(
      joined("users=nova", "users=ann") == KindList([.user], names: [.user: ["nova", "ann"]])
    )
    #expect(joined("users=nova", "users") == KindList([.user]))
  }

  @Test(arguments: ["users=", "=nova", "nova", "users=nova,", "users=nova,x=y", ""])
  func whatIsNoneIsRefused(argument: String) {
    #expect(KindList(argument: argument) == nil)
  }

  @Test func aKindWithANameMayHaveAnother() {
    #expect(
      KindList.completions(of: "users=nova,u")
        == KindList.completions(of: "").map {
          "users=nova,\($0)"
        }
    )
    #expect(!KindList.completions(of: "users,").contains("users,users"))
  }
}
