import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct SeedSummaryTests {
  @Test func countsEachKindInOneLine() {
    var desired = DesiredState()
    desired.roles = [Role(name: "admin")]
    desired.tenants = [Tenant(name: "a"), Tenant(name: "b")]
    #expect(
      SeedSummary(desired, name: "seed\n.yaml").text == """
        seed\\n.yaml is valid: 1 role, 2 tenants, 0 users, 0 assignments, 0 services, 0 endpoints.

        """
    )
  }
}
