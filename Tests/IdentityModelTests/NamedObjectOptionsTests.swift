import IdentityModel
import Testing

@Suite struct NamedObjectOptionsTests {
  private static let options = ResourceOptions([.immutable: .flag(true)])

  @Test(
    arguments: [
      NamedObject.role(Role(name: "a", options: options)),
      .tenant(Tenant(name: "a", options: options)), .domain(Domain(name: "a", options: options)),
    ]
  )
  func `what is immutable can be opened`(object: NamedObject) throws {
    #expect(object.options == Self.options && object.value.isImmutable)
    let opened = try #require(object.opened)
    #expect(opened.options == ResourceOptions([.immutable: .flag(false)]))
    #expect(opened.resourceKey == object.resourceKey && !opened.value.isImmutable)
  }

  @Test func `what never is immutable cannot`() {
    let user = User(name: "a", options: ResourceOptions([.locksPassword: .flag(true)]))
    #expect(NamedObject.user(user).options == user.options)
    for object in [NamedObject.user(user), .group(Group(name: "a")), .region(Region(name: "a"))] {
      #expect(object.opened == nil && !object.value.isImmutable)
    }
    #expect(NamedObject.group(Group(name: "a")).options.isEmpty)
  }
}
