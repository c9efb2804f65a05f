import KeystoneClient
import Testing

@Suite struct KeystoneClientIDsTests {
  @Test(arguments: ["0fd2", "Doe, Jane", "que?stion#x", "J\u{F6}rg M\u{FC}ller", "%2e%2e"])
  func anyTextIsAnID(_ id: String) {
    #expect(KeystoneClient.problem(withID: id) == nil)
  }

  @Test(arguments: ["", ".", "..", "slash/er", "../tokens/x"])
  func oneThatWouldChangeThePathIsNone(_ id: String) {
    #expect(KeystoneClient.problem(withID: id)?.reason == .unusableID(id))
  }

  @Test func oneWithoutEndIsShownShort() {
    let problem = KeystoneClient.problem(withID: String(repeating: "x", count: 100_000))
    guard case .unusableID(let shown)? = problem?.reason else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(shown.count < 100)
  }
}
