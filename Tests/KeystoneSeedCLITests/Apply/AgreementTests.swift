import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct AgreementTests {
  private static let deletion = Change(.delete, .role("r"), liveID: "1")
  private static let elsewhere = PlanNote.nearType(
    ServiceKey(type: "images", name: "glance"),
    LiveNeighbor(ServiceKey(type: "image", name: "glance"), url: nil, isDeclared: false)
  )

  private static let ownPassword = PlanNote.ownPasswordSet("admin")

  private static let cases: [(Plan, question: String, statement: String)] = [
    (
      Plan(changes: [deletion]), "Delete or replace 1 object?", "deletes or replaces 1 object"
    ),
    (
      Plan(changes: [], notes: [elsewhere]),
      "Go on, though users may be sent elsewhere (see the notes)?", "may send users elsewhere"
    ),
    (
      Plan(changes: [deletion], notes: [elsewhere]),
      "Delete or replace 1 object, and send users elsewhere (see the notes)?",
      "deletes or replaces 1 object and may send users elsewhere"
    ),
    (
      Plan(changes: [], notes: [ownPassword]),
      "Set the password of admin, as whom this run works (see the notes)?",
      "sets the password of admin, as whom this run works"
    ),
    (
      Plan(changes: [deletion], notes: [ownPassword]),
      """
      Delete or replace 1 object, and set the password of admin, as whom this run works (see the \
      notes)?
      """,
      "deletes or replaces 1 object and sets the password of admin, as whom this run works"
    ),
    (
      Plan(changes: [deletion], notes: [elsewhere, ownPassword]),
      """
      Delete or replace 1 object, and send users elsewhere, and set the password of admin, as whom \
      this run works (see the notes)?
      """,
      """
      deletes or replaces 1 object and may send users elsewhere and sets the password of admin, as \
      whom this run works
      """
    ),
  ]

  @Test(arguments: cases)
  func saysAllThatAPersonAgreesTo(plan: Plan, question: String, statement: String) {
    #expect(plan.needsAgreement)
    #expect(Agreement(to: plan).question == question)
    #expect(Agreement(to: plan).statement == statement)
  }
}
