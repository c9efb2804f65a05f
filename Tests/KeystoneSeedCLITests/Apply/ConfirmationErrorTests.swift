import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct ConfirmationErrorTests {
  @Test(arguments: [(1, "1 object"), (3, "3 objects")])
  func whereNobodyCanBeAskedTheWayOnIsNamed(count: Int, objects: String) {
    let changes = (0..<count).map {
      Change(.delete, .role(QualifiedName("\($0)")), liveID: "\($0)")
    }
    let agreement = Agreement(to: Plan(changes: changes))
    #expect(
      ConfirmationError.needsYes(agreement).message.rendered() == """
        error: the plan deletes or replaces \(objects), and there is no terminal to ask on; \
        nothing was changed
          Add --yes to agree to it.

        """
    )
  }

  @Test func seedOnStandardInputIsNamedAsTheReason() {
    let agreement = Agreement(to: Plan(changes: [Change(.delete, .role("r"), liveID: "r")]))
    let message = ConfirmationError.needsYes(agreement, input: .seed).message
    #expect(message.summary.contains("standard input is the seed"))
    #expect(message.hints == ["Add --yes to agree to it."])
  }
}
