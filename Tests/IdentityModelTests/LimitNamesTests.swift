import IdentityModel
import Testing

@Suite struct LimitNamesTests {
  private static let nova = ServiceKey(type: "compute", name: "nova")

  private static func row(
    _ id: String,
    on serviceID: String = "s",
    in region: Name? = nil,
    of holder: LiveLimit.HolderID? = nil
  ) -> LiveLimit {
    LiveLimit(
      id: id,
      serviceID: serviceID,
      region: region,
      resource: "servers",
      holderID: holder,
      value: 1
    )
  }

  private static var live: LiveState {
    var live = LiveState()
    live.services = [Live(id: "s", Service(type: "compute", name: "nova"))]
    live.tenants = [Live(id: "t", Tenant(name: QualifiedName("web", of: "corp")))]
    live.domains = [Live(id: "d", Domain(name: "corp"))]
    live.limits = [row("l")]
    return live
  }

  @Test func `limits are called by what their IDs mean`() {
    let names = LimitNames(Self.live)
    let servers = LimitKey(service: Self.nova, region: "", resource: "servers")
    #expect(names.key(of: Self.row("l")) == servers)
    let web = LimitHolder.tenant(QualifiedName("web", of: "corp"))
    #expect(names.key(of: Self.row("o", of: .tenant("t"))) == servers.own(of: web))
    #expect(names.holder(of: Self.row("o", of: .domain("d"))) == .domain("corp"))
  }

  @Test func `an ID stands for what is gone, or was not looked at`() {
    let names = LimitNames(Self.live)
    let gone = Self.row("l", on: "gone", of: .tenant("x"))
    #expect(names.service(of: gone) == nil)
    #expect(names.holder(of: gone) == nil)
    #expect(names.key(of: gone).service == ServiceKey(type: "", name: "gone"))
    #expect(names.key(of: gone).holder == .tenant("x"))
    #expect(names.key(of: Self.row("l", of: .domain("y"))).holder == .domain("y"))
  }

  @Test func `one of its own is for what is registered in the same region`() {
    let own = Self.row("o", in: "bay", of: .tenant("t"))
    #expect(own.isOwn(for: Self.row("l", in: "bay")))
    #expect(!own.isOwn(for: Self.row("l")))
    #expect(!own.isOwn(for: Self.row("l", on: "other", in: "bay")))
    #expect(!own.isOwn(for: own))
    #expect(!Self.row("l").isOwn(for: Self.row("l")))
    #expect(own.fields == [FieldSetting(.limit, .number(1))])
  }
}
