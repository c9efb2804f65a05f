import IdentityModel
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct PlanNoteWordingTests {
  private static let cases: [(PlanNote, String)] = [
    (
      .unmanageable(.image, id: "e1"),
      """
      endpoint image/glance in regionOne, id e1, stays as it is: it was made through v3, \
      and v2.0 can neither change nor delete it; v3 can
      """
    ),
    (
      .unmanageable(.endpoint(type: "image", name: "glance", region: ""), id: "e1"),
      """
      endpoint image/glance in no region, id e1, stays as it is: it was made through v3, \
      and v2.0 can neither change nor delete it; v3 can
      """
    ),
    (
      .pinned(.service(ServiceKey(type: "image", name: "glance")), byEndpoint: "e1"),
      """
      service image/glance stays as it is: its endpoint e1 was made through v3, would go with it, \
      and v2.0 could not make it again
      """
    ),
    (
      .ambiguous(.tenant("demo"), count: 2),
      "tenant demo is there 2 times: it cannot be said which one is meant"
    ),
    (
      .passwordOfDisabledUser("nova"),
      """
      the password of user nova is not checked: the user is disabled, so every login fails
      """
    ),
    (
      .passwordCheckFailed("nova", reason: "500\n"),
      "user nova is left alone, since the password could not be checked: 500\\n"
    ),
    (
      .twin(.role("Admin"), live: "admin"),
      "role Admin is not there, but admin is: a Keystone on MySQL takes the two for the same"
    ),
    (
      .twinNotPruned(.tenant("Demo"), of: "demo"),
      """
      tenant Demo is not pruned: a Keystone on MySQL takes it for demo, which is declared; list it \
      under absent if it has to go
      """
    ),
    (
      .startsEmpty(
        .tenant("research"),
        insteadOf: PlanNote.Departure(name: "reserch", id: "7", assignments: 2)
      ),
      """
      tenant research is new and empty, not reserch renamed: what hangs on reserch goes with it or is \
      left without an owner (id 7: its machines, volumes and networks, 2 known assignments); v3 can \
      rename a project
      """
    ),
    (
      .startsEmpty(
        .user("nova"),
        insteadOf: PlanNote.Departure(name: "Nova2", id: "8", assignments: 1)
      ),
      """
      user nova is new and empty, not Nova2 renamed: what hangs on Nova2 goes with it or is left \
      without an owner (id 8: its keys, trusts and stacks, 1 known assignment); v3 can rename a user
      """
    ),
    (
      .takesGrants("ops", id: "9"),
      """
      role ops is taken from everybody who has it, users that the seed does not declare among them
      """
    ),
    (
      .regionNotPruned("West", endpoints: 1),
      "the seed does not declare region West, so its endpoint is not pruned"
    ),
    (
      .regionNotPruned("West", endpoints: 3),
      "the seed does not declare region West, so its 3 endpoints are not pruned"
    ),
    (.kindNotPruned(.tenant), "the seed declares no tenants, so none is pruned"),
  ]

  @Test(arguments: cases)
  func everyNoteIsOneHarmlessLine(note: PlanNote, text: String) {
    #expect(PlanNoteWording.text(of: note, backend: "v2.0") == text)
  }
}
