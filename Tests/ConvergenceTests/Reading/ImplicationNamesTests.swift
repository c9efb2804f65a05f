import IdentityModel
import Testing

@testable import Convergence

@Suite struct ImplicationNamesTests {
  @Test func `both roles have to be listed`() {
    let own = QualifiedName("lead", of: "corp")
    let names = ImplicationNames([
      Live(id: "l", Role(name: own)), Live(id: "m", Role(name: "member")),
    ])
    let pairs = [("l", "m"), ("l", "x"), ("x", "m")].map {
      ImplicationIDs(roleID: $0.0, impliedID: $0.1)
    }
    #expect(names.implications(among: Set(pairs)) == [Implication(own, implies: "member")])
  }
}
