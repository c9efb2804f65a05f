import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct SavedPlanErrorTests {
  @Test(arguments: [
    SavedPlanError.notAPlan(path: "p\u{7}"), .writableByOthers(path: "p\u{7}"),
    .cloudChanged(path: "p\u{7}"), .seedChanged(path: "p\u{7}"),
  ])
  func everyRefusalNamesTheFile(error: SavedPlanError) {
    #expect(error.message.summary.contains("p\\x07"))
    #expect(error.exitStatus == .failure)
  }

  @Test func refusalForAnotherCloudNamesBoth() {
    let message = SavedPlanError.otherAddress(planned: "http://a", given: "http://b").message
    #expect(
      message.summary == "the plan was made for http://a, and this is http://b; nothing was changed"
    )
  }

  @Test(arguments: [
    SavedPlanError.cloudChanged(path: "p", logins: [SavedLogin(user: "nova", answer: .locked)]),
    .seedChanged(path: "p", logins: [SavedLogin(user: "nova", answer: .locked)]),
  ])
  func whoIsLockedNowIsNamedBeforeTheWayOut(error: SavedPlanError) {
    #expect(
      error.message.hints == [
        "User nova is locked now, after failed logins.",
        "Make the plan again with plan --out, look at it, and apply that.",
      ]
    )
  }
}
