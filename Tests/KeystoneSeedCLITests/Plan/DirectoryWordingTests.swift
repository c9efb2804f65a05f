import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

@Suite("What lives in a directory has its words")
struct DirectoryWordingTests {
  @Test("over v3 it is a domain's, over v2.0 all users are meant, since there is but one domain")
  func dwellers() {
    #expect(DirectoryWording.dwellers(of: "corp", over: "v3") == "users and groups of domain corp")
    #expect(
      DirectoryWording.dwellers(of: nil, over: "v3") == "users and groups of the default domain"
    )
    #expect(DirectoryWording.dwellers(of: nil, over: "v2.0") == "all users here")
  }

  @Test("a list has its kinds apart, and no domain where all are of one")
  func list() {
    let corp = { (name: Name) in QualifiedName(name, of: "corp") }
    let keys: [ResourceKey] = [
      .group(corp("ops")), .user(corp("Doe, Jane")), .user(corp("ann")),
      .membership(Membership(user: "bob", group: corp("ops"))),
    ]
    #expect(
      DirectoryWording.list(keys)
        == "users \"Doe, Jane\", ann, group ops, membership bob in ops of domain corp"
    )
    #expect(DirectoryWording.list([.group("a"), .group("b")]) == "groups a, b")
  }

  @Test("whom no list has is said with why, and what comes of it")
  func gap() {
    #expect(
      DirectoryWording.gap(ListGap(Directory(.user, of: "corp"), .tooMany))
        == "the users of domain corp are more than their directory lists (sizelimit): those that the seed "
        + "names were looked up one by one"
    )
    #expect(
      DirectoryWording.gap(ListGap(Directory(.group, of: nil), .failed("500: It failed.")))
        == "the groups of the default domain cannot be read (500: It failed.): nothing of them is planned, "
        + "nor who of them has which roles or is in which group"
    )
  }

  @Test("what somebody has who is gone is listed, with what becomes of it")
  func gone() {
    let user = RoleAssignment.Holder.user("0a0a")
    let one = RoleAssignment(user, .tenant("web"), role: "admin")
    #expect(
      DirectoryWording.gone(user, [one], .notPruned)
        == "1 assignment of a user who is gone, id 0a0a: admin in web; --prune revokes it"
    )
    let two = [one, RoleAssignment(user, .system, role: "reader")]
    #expect(
      DirectoryWording.gone(user, two, .notOwn)
        == "2 assignments of a user who is gone, id 0a0a: admin in web, reader on the system; they are "
        + "left alone"
    )
    #expect(
      DirectoryWording.gone(.group("0b"), [one], .domainsListNobody(["corp", "lab"]))
        == "1 assignment of a group that is gone, id 0b: admin in web; it is left alone, since domains "
        + "corp, lab list no user at all, as where a directory is not found (user_tree_dn)"
    )
  }

  @Test("what stays says of whom, and how the seed has it")
  func held() {
    let fields = [FieldChange(.email, from: .text("a"), to: .text("b"))]
    #expect(
      DirectoryWording.held(.user(QualifiedName("ann", of: "corp")), fields, over: "v3")
        == "user ann stays as it is (email: a, in the seed b)"
    )
    let membership = Membership(user: "ann", group: QualifiedName("ops", of: "corp"))
    #expect(
      DirectoryWording.held(.membership(membership), [], over: "v3")
        == "user ann stays out of group ops of domain corp"
    )
    #expect(
      DirectoryWording.stays(.membership(membership))
        == "user ann stays in group ops of domain corp"
    )
    #expect(DirectoryWording.stays(.group("ops")) == "group ops is declared absent and stays")
  }
}
