import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct ResourceKeyWordsTests {
  private static func ofHeat(_ name: Name) -> QualifiedName { QualifiedName(name, of: "heat") }

  private static let servers = LimitKey(
    service: ServiceKey(type: "image", name: "glance"),
    region: "bay",
    resource: "servers"
  )

  private static let cases: [(ResourceKey, String)] = [
    (.role("admin"), "role admin"),
    (.tenant("a\u{1B}b"), "tenant a\\x1bb"),
    (.user("nova"), "user nova"),
    (.role("blank "), "role \"blank \""),
    (.user("\u{A0}nova"), "user \"\u{A0}nova\""),
    (
      .assignment(RoleAssignment(user: "nova", tenant: "service", role: "admin")),
      "assignment nova has admin in service"
    ),
    (.service(ServiceKey(type: "image", name: "glance")), "service image/glance"),
    (.image, "endpoint image/glance in regionOne"),
    (
      .endpoint(type: "image", name: "glance", region: ""),
      "endpoint image/glance in no region"
    ),
    (
      .assignment(RoleAssignment(user: "a has b", tenant: "c ", role: "d in e")),
      "assignment \"a has b\" has \"d in e\" in \"c \""
    ),
    (
      .assignment(RoleAssignment(user: "my user", tenant: "t", role: "r")),
      "assignment my user has r in t"
    ),
    (
      .assignment(RoleAssignment(.user(ofHeat("stack")), .domain("heat"), role: "admin")),
      "assignment stack has admin on domain heat, of domain heat"
    ),
    (
      .assignment(RoleAssignment(.user(ofHeat("stack")), .domain("heat"), role: ofHeat("admin"))),
      "assignment stack has admin on domain heat, of domain heat; admin is its own"
    ),
    (
      .assignment(RoleAssignment(.user("ada"), .tenant(ofHeat("web")), role: ofHeat("lead"))),
      "assignment ada has lead of domain heat in web of domain heat"
    ),
    (
      .assignment(RoleAssignment(.group(ofHeat("ops")), .system, role: "reader")),
      "assignment group ops of domain heat has reader on the system"
    ),
    (
      .assignment(RoleAssignment(.group("on call"), .tenant("lab"), role: "reader")),
      "assignment group on call has reader in lab"
    ),
    (.implication(Implication("lead", implies: "member")), "implication lead implies member"),
    (
      .implication(Implication(ofHeat("lead"), implies: ofHeat("guest"))),
      "implication lead implies guest, of domain heat"
    ),
    (
      .implication(Implication(ofHeat("lead"), implies: "member")),
      "implication lead implies member, of domain heat; member is global"
    ),
    (
      .implication(Implication(ofHeat("lead"), implies: QualifiedName("x", of: "corp"))),
      "implication lead of domain heat implies x of domain corp"
    ),
    (
      .implication(Implication("a implies b", implies: "c")),
      "implication \"a implies b\" implies c"
    ),
    (.membership(Membership(user: "bob", group: "on call")), "membership bob in on call"),
    (.limit(servers), "limit image/glance servers in bay"),
    (
      .limit(servers.own(of: .tenant(ofHeat("web")))),
      "limit image/glance servers in bay, project web of domain heat"
    ),
    (.limit(servers.own(of: .domain("heat"))), "limit image/glance servers in bay, domain heat"),
    (
      .limit(LimitKey(service: servers.service, region: "", resource: "a, b")),
      "limit image/glance \"a, b\" without a region"
    ),
    (
      .membership(Membership(user: ofHeat("bob"), group: ofHeat("ops"))),
      "membership bob in ops, of domain heat"
    ),
    (
      .membership(Membership(user: ofHeat("bob"), group: "ops")),
      "membership bob of domain heat in ops"
    ),
    (.service(ServiceKey(type: "a/b", name: "c")), "service \"a/b\"/c"),
    (.service(ServiceKey(type: "a", name: "b/c")), "service a/\"b/c\""),
    (.service(ServiceKey(type: "image ", name: " glance")), "service \"image \"/\" glance\""),
    (.service(ServiceKey(type: "image", name: "")), "service image/"),
    (
      .endpoint(type: "image", name: "glance in x", region: "regionOne "),
      "endpoint image/\"glance in x\" in \"regionOne \""
    ),
    (
      .endpoint(type: "image", name: "glance", region: "no region"),
      "endpoint image/glance in \"no region\""
    ),
    (
      .endpoint(type: "image", name: "glance", region: "Region One"),
      "endpoint image/glance in Region One"
    ),
    (
      .endpoint(type: "", name: "127fa3f0", region: "regionOne"),
      "endpoint of no service 127fa3f0 in regionOne"
    ),
  ]

  @Test(arguments: cases)
  func nameTheKindAndTheKeyAndSayWhatARowLacks(key: ResourceKey, words: String) {
    #expect(key.words(over: "v2.0") == words)
  }

  @Test func tenantsAreProjectsOverV3() {
    #expect(ResourceKey.tenant("service").words(over: "v3") == "project service")
    #expect(ResourceKey.user("nova").words(over: "v3") == "user nova")
    #expect(ResourceKind.tenant.nouns(over: "v3") == "projects")
    #expect(ResourceKind.tenant.nouns(over: "v2.0") == "tenants")
    #expect(ResourceKind.role.nouns(over: "v3") == "roles")
    #expect(Field.tenant.noun(over: "v3") == "project")
    #expect(Field.tenant.noun(over: "v2.0") == "tenant")
    #expect(Field.email.noun(over: "v3") == "email")
  }

  @Test func notesSayProjectOverV3() {
    let notes: [PlanNote] = [
      .kindNotPruned(.tenant), .ambiguous(.tenant("demo"), count: 2),
      .heldInDirectory(
        .user("ann"),
        [FieldChange(.tenant, from: nil, to: .text("demo"))],
        of: nil
      ),
    ]
    #expect(
      notes.map { PlanNoteWording.text(of: $0, backend: "v3") } == [
        "--prune skips projects: the seed declares none",
        "2 live projects are named demo; none of them is changed",
        "users and groups of the default domain live in LDAP, which Keystone only reads: user ann stays as "
          + "it is (project: (none), in the seed demo); change that there, or leave it out of the seed",
      ]
    )
  }
}
