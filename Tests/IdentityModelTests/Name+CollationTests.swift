import IdentityModel
import Testing

@Suite("Names as a database may compare them")
struct NameCollationTests {
  @Test(
    "case, accents and blanks at the end are not looked at",
    arguments: [
      ("Demo", "demo"), ("Jos\u{E9}", "JOSE"), ("Jose\u{301}", "Jos\u{E9}"), ("gro\u{DF}", "Gros"),
      ("admin  ", "Admin"), ("\u{1EBF}", "e"), ("\u{141}ukasz", "lukasz"),
      ("\u{391}\u{3AC}", "\u{3B1}\u{3B1}"), ("\u{401}\u{436}", "\u{435}\u{416}"),
      ("\u{131}\u{17F}\u{3C2}", "is\u{3A3}"), ("\u{1F600}", "\u{1F601}"),
      ("\u{C5}ngstr\u{F6}m \u{150}", "angstrom o"),
    ] as [(Name, Name)]
  )
  func twins(left: Name, right: Name) {
    #expect(left.folded == right.folded)
    #expect(left.isTwin(of: right))
  }

  @Test(
    "other letters, and blanks elsewhere, are",
    arguments: [
      ("a", "b"), (" a", "a"), ("a b", "ab"), ("\u{444}", "f"), ("a\t", "a"), ("e-1", "e_1"),
    ] as [(Name, Name)]
  )
  func others(left: Name, right: Name) {
    #expect(left.folded != right.folded)
    #expect(!left.isTwin(of: right))
  }

  @Test("a name is no twin of itself")
  func itself() {
    #expect(!Name("Demo").isTwin(of: "Demo"))
  }

  @Test("a key is folded name by name")
  func keys() {
    let assignment = RoleAssignment(user: "Ann", tenant: "Acm\u{E9}", role: "Member")
    let folded = RoleAssignment(user: "ann", tenant: "acme", role: "member")
    #expect(ResourceKey.assignment(assignment).folded == .assignment(folded))
    let service = ServiceKey(type: "Compute", name: "Nova ")
    let endpoint = EndpointKey(service: service, region: "RegionOne")
    let lower = ServiceKey(type: "compute", name: "nova")
    #expect(ResourceKey.service(service).folded == .service(lower))
    #expect(
      ResourceKey.endpoint(endpoint).folded
        == .endpoint(EndpointKey(service: lower, region: "regionone"))
    )
    #expect(ResourceKey.role("A").folded == .role("a"))
    #expect(ResourceKey.tenant("A").folded == .tenant("a"))
    #expect(ResourceKey.user("A").folded == .user("a"))
  }
}
