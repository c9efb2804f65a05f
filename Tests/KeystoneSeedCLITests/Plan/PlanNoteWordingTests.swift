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
      .differsOnlyByCase(.role("Admin"), live: "admin"),
      "role Admin is not there, but admin is: a Keystone on MySQL takes the two for the same"
    ),
    (.kindNotPruned(.tenant), "the seed declares no tenants, so none is pruned"),
  ]

  @Test(arguments: cases)
  func everyNoteIsOneHarmlessLine(note: PlanNote, text: String) {
    #expect(PlanNoteWording.text(of: note, backend: "v2.0") == text)
  }
}
