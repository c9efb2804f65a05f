import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct SeedSummaryTests {
  @Test func countsEachKindInOneLine() {
    var desired = DesiredState()
    desired.regions = [Region(name: "One"), Region(name: "Two")]
    desired.roles = [Role(name: "admin")]
    desired.tenants = [Tenant(name: "a"), Tenant(name: "b")]
    #expect(
      SeedSummary(desired, files: ["seed\n.yaml"]).text == """
        seed\\n.yaml is valid: 2 regions, 1 role, 2 tenants, 0 users, 0 assignments, 0 services, 0 \
        endpoints.

        """
    )
  }

  @Test func whatV3AloneHasIsCountedWhereThereIsAny() {
    var desired = DesiredState()
    desired.domains = [Domain(name: "heat")]
    desired.groups = [Group(name: "a"), Group(name: "b")]
    desired.implications = [Implication("r", implies: "s"), Implication("r", implies: "t")]
    desired.memberships = [Membership(user: "u", group: "a")]
    let servers = LimitKey(
      service: ServiceKey(type: "compute", name: "nova"),
      region: "",
      resource: "servers"
    )
    desired.limits = [Limit(servers, value: 1)]
    let text = SeedSummary(desired, files: ["seed"]).text
    #expect(text.hasSuffix("0 endpoints, 1 limit.\n"))
    #expect(text.contains(": 1 domain, 0 regions, "))
    #expect(
      text.contains(
        "0 roles, 2 implications, 0 tenants, 2 groups, 0 users, 1 membership, 0 assignments, "
      )
    )
  }

  @Test(
    arguments: [
      (["a", "b"], "a and b together are valid: "),
      (["a", "b", "c"], "a, b and c together are valid: "),
      (["a", "b", "c", "d", "e"], "a, b, c and 2 more together are valid: "),
    ]
  )
  func severalFilesAreNamedAsLongAsTheyAreFew(files: [String], beginning: String) {
    #expect(SeedSummary(DesiredState(), files: files).text.hasPrefix(beginning))
  }
}
