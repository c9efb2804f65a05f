import IdentityModel
import Testing

@Suite struct DomainTests {
  @Test func `one that is enabled has to be disabled before it is deleted`() {
    let domain = Domain(name: "corp", description: "d", enabled: true)
    #expect(domain.deletable == Domain(name: "corp", description: "d", enabled: false))
    #expect(Domain(name: "corp").deletable?.enabled == false)
    #expect(Domain(name: "corp", enabled: false).deletable == nil)
    #expect(Role(name: "admin").deletable == nil)
  }

  @Test func `what a seed says of domains tells where to look, and what is its own`() {
    var desired = DesiredState()
    #expect(!desired.namesDomains && desired.domainsInSight.isEmpty)
    desired.absent.domains = ["lab"]
    #expect(desired.namesDomains && desired.domainsInSight == ["lab": nil])
    desired.domains = ["new", "corp", Domain.defaultName].map { Domain(name: $0) }
    desired.former = [.domain("new"): .domain("old")]
    #expect(desired.domainsInSight == ["new": "old", "corp": nil, "lab": nil])
    let ann = ResourceKey.user(QualifiedName("ann", of: "corp"))
    desired.existing = [.domain("corp"), ann]
    #expect(desired.existingDomains == ["corp"])
    #expect(desired.existingAmongOwn.isEmpty)
    desired.existing.insert(.user("ann"))
    #expect(desired.existingAmongOwn == [.user("ann")])
    desired.existing.remove(.domain("corp"))
    #expect(desired.existingAmongOwn == [.user("ann"), ann])
  }
}
