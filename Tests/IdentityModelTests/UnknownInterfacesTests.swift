import IdentityModel
import Testing

struct UnknownInterfacesTests {
  @Test("without services named all are meant")
  func covers() {
    #expect(UnknownInterfaces(.cutOff).covers(serviceID: "s"))
    #expect(UnknownInterfaces(.cutOff, services: ["s"]).covers(serviceID: "s"))
    #expect(!UnknownInterfaces(.cutOff, services: ["s"]).covers(serviceID: "t"))
  }

  @Test("what is not known adds up, for the reason that came first")
  func joined() {
    let some = UnknownInterfaces(.cutOff, services: ["s"])
    let others = UnknownInterfaces(.refused("403"), services: ["t"])
    #expect(some.joined(with: others) == UnknownInterfaces(.cutOff, services: ["s", "t"]))
    #expect(some.joined(with: UnknownInterfaces(.refused("403"))) == UnknownInterfaces(.cutOff))
    #expect(UnknownInterfaces(.refused("403")).joined(with: some).services == nil)
  }
}
