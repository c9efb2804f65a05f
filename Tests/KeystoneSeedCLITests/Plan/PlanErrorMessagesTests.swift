import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct PlanErrorMessagesTests {
  @Test func onlyWhatMakesACommandFailIsAnError() {
    let notes: [PlanNote] = [
      .ambiguous(.user("alice"), count: 2), .passwordCheckFailed("bob", reason: "503"),
      .kindNotPruned(.tenant), .unmanageable(.user("carol"), id: "1"), .withoutPassword("dave"),
    ]
    let errors = Plan(changes: [], notes: notes).errorMessages(backend: "v2.0")
    #expect(
      errors.map(\.summary) == [
        "2 live users are named alice; none of them is changed",
        "user bob is left alone, since the password could not be checked: 503",
      ]
    )
    #expect(errors.map(\.hints.count) == [1, 0])
  }
}
