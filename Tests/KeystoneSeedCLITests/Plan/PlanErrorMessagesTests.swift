import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct PlanErrorMessagesTests {
  @Test func onlyWhatMakesACommandFailIsAnError() {
    let notes: [PlanNote] = [
      .ambiguous(.user("alice"), count: 2), .passwordCheckFailed("bob", reason: "503"),
      .kindNotPruned(.tenant), .unmanageable(.user("carol"), id: "1"), .withoutPassword("dave"),
      .listGap(ListGap(Directory(.user, of: "corp"), .failed("500"))),
      .listGap(ListGap(Directory(.group, of: "corp"), .tooMany)),
    ]
    let errors = Plan(changes: [], notes: notes).errorMessages(backend: "v2.0")
    #expect(
      errors.map(\.summary) == [
        "2 live users are named alice; none of them is changed",
        "user bob is left alone, since the password could not be checked: 503",
        "the users of domain corp cannot be read (500): nothing of them is planned, nor who of them has which "
          + "roles or is in which group",
      ]
    )
    #expect(errors.map(\.hints.count) == [1, 0, 1])
  }
}
