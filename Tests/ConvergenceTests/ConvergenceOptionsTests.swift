import IdentityModel
import Testing

@testable import Convergence

struct ConvergenceOptionsTests {
  @Test("accounts are unlocked for nobody, for those who are named, or for everybody")
  func unlocking() {
    #expect(ConvergenceOptions().unlocks == .nobody)
    #expect(!Unlocking.nobody.covers("nova"))
    #expect(Unlocking.users(["nova"]).covers("nova"))
    #expect(!Unlocking.users(["nova"]).covers("glance"))
    #expect(Unlocking.everybody.covers("nova"))
  }
}
