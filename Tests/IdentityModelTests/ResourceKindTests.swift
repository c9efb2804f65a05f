import IdentityModel
import Testing

@Test("kinds are spelled in the plural as the seed file spells them")
func pluralKinds() {
  #expect(
    ResourceKind.allCases.map(\.plural) == [
      "domains", "regions", "roles", "implications", "tenants", "groups", "users", "memberships",
      "assignments",
      "services",
      "endpoints", "registered-limits", "limits",
    ]
  )
}

@Test("each kind with names is one of all kinds, and knows what its objects are")
func namedKinds() {
  for kind in NamedKind.allCases {
    #expect(NamedKind(kind.kind) == kind)
    #expect(kind.type.namedKind == kind)
    #expect(kind.type.kind == kind.kind)
  }
  #expect(
    ResourceKind.allCases.filter { NamedKind($0) == nil } == [
      .implication, .membership, .assignment, .service, .endpoint, .registeredLimit,
      .limit,
    ]
  )
}

@Test("an object with a name stays itself among those of all such kinds")
func namedObjects() {
  let objects: [any NamedResource] = [
    Domain(name: "d"), Region(name: "r"), Role(name: "a"), Tenant(name: "b"), Group(name: "g"),
    User(name: "c"),
  ]
  let keys: [ResourceKey] = [
    .domain("d"), .region("r"), .role("a"), .tenant("b"), .group("g"), .user("c"),
  ]
  #expect(objects.map { $0.asNamed.value.resourceKey } == keys)
  #expect(objects.map(\.asNamed.resourceKey) == keys)
}
