import Convergence
import KeystoneClient
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct ApplyDocumentTests {
  private static let endings: [(ApplyResult.Ending, String)] = [
    (.converged, "converged"),
    (.driftLeft(Plan(changes: [])), "drift-left"),
    (.failed, "failed"),
    (.failedAndNotRead(BackendFailure.refused), "failed"), (.gaveUp(nil), "failed"),
    (.stopped, "stopped"),
    (.notReadBack(BackendFailure.refused), "not-read-back"),
    (.stillDiffers(Plan(changes: [])), "still-differs"),
  ]

  private func document(of result: ApplyResult) -> ApplyDocument {
    let plan = Plan(changes: result.outcomes.map(\.change))
    return ApplyDocument(
      result,
      plan: PlanDocument(plan, address: "http://127.0.0.1:35357/v2.0", backend: "v2.0"),
      errors: ["one", "two"],
      backend: "v2.0"
    )
  }

  @Test func saysOfEachChangeWhatBecameOfIt() {
    let document = document(of: .brokenOff)
    #expect(
      document.outcomes.map(\.result) == ["done", "failed", "half-done", "half-done", "not-tried"]
    )
    #expect(document.outcomes.map { $0.error != nil } == [false, true, true, false, false])
    #expect(
      document.outcomes[1].error == """
        user b: PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.
        """
    )
    #expect(document.errors == ["one", "two"])
    #expect(document.plan.changes.count == 5)
  }

  @Test(arguments: endings)
  func namesItsEnding(ending: ApplyResult.Ending, word: String) {
    #expect(document(of: .made(ending)).ending == word)
  }
}
