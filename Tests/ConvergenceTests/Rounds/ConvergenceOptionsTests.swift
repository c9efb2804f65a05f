import Testing

@testable import Convergence

struct ConvergenceOptionsTests {
  @Test("nobody is unlocked unless that is wanted, or decided before")
  func unlocking() {
    #expect(!ConvergenceOptions().unlocks)
    #expect(ConvergenceOptions().refusedBefore.isEmpty)
  }
}
