import IdentityModel
import Testing

@Test("kinds are spelled in the plural as the seed file spells them")
func pluralKinds() {
  #expect(
    ResourceKind.allCases.map(\.plural) == [
      "roles", "tenants", "users", "assignments", "services", "endpoints",
    ]
  )
}
