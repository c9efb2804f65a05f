import Testing

@testable import KeystoneSeedCLI

struct ConfirmationErrorTests {
  @Test(arguments: [(1, "1 object"), (3, "3 objects")])
  func whereNobodyCanBeAskedTheWayOnIsNamed(count: Int, objects: String) {
    #expect(
      ConfirmationError.needsYes(count: count).message.rendered() == """
        error: the plan deletes or replaces \(objects), and there is no terminal to ask on; \
        nothing was changed
          Add --yes to agree to it.

        """
    )
  }

  @Test func noIsTakenForAnAnswer() {
    #expect(ConfirmationError.declined.message.rendered() == "error: nothing was changed\n")
  }
}
