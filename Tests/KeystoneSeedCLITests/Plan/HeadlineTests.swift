import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct HeadlineTests {
  private static let service = ResourceKey.service(ServiceKey(type: "image", name: "glance"))

  private static let remarks: [(Change, String?)] = [
    (Change(.create, .tenant("a")), nil),
    (Change(.update, .tenant("a"), liveID: "1"), nil),
    (
      Change(
        .update,
        .tenant("a"),
        liveID: "1",
        fields: [FieldChange(.name, from: .text("b"), to: .text("a"))]
      ),
      "renamed, its id stays"
    ),
    (
      Change(.replace, .image, liveID: "1"),
      "v2.0 cannot change an endpoint: the new one is made first"
    ),
    (
      Change(.replace, service, liveID: "1"),
      "v2.0 cannot change a service: the new one is made first"
    ),
    (
      Change(.replace, .image, liveID: "1", reason: .movesWithService),
      "its service is replaced: the new one is made first"
    ),
    (
      Change(.replace, .image, liveID: "1", reason: .movesFromDuplicate),
      "moves off a duplicate of its service, id 1"
    ),
    (
      Change(
        .update,
        .image,
        liveID: "1",
        fields: [FieldChange(.service, from: .text("b"), to: .text("a"))]
      ),
      "moves off a duplicate of its service, id b"
    ),
    (Change(.delete, .image, liveID: "e\u{7}", reason: .duplicate), "duplicate, id e\\x07"),
    (Change(.delete, .user("demo"), liveID: "1", reason: .declaredAbsent), "declared absent"),
    (Change(.delete, .user("demo"), liveID: "1", reason: .unmanaged), "unmanaged, id 1"),
    (
      Change(
        .delete,
        .assignment(RoleAssignment(user: "u", tenant: "t", role: "r")),
        reason: .unmanaged
      ),
      "unmanaged"
    ),
  ]

  @Test(arguments: remarks)
  func remarkSaysWhatTheFieldsDoNot(change: Change, remark: String?) {
    #expect(Headline(change, backend: "v2.0").remark == remark)
  }

  @Test(arguments: zip(Action.allCases, ["+", "~", "+/-", "-"]))
  func textIsTheMarkAndTheObject(action: Action, mark: String) {
    let headline = Headline(Change(action, .image, liveID: "1"), backend: "v2.0")
    #expect(headline.text == "  \(mark) endpoint image/glance in regionOne")
    #expect(headline.width == headline.text.count)
  }

  @Test("a row of one interface that goes is told by it, and one that comes has it below")
  func interfaces() {
    let service = ServiceKey(type: "image", name: "glance")
    let key = EndpointKey(service: service, region: "R", interface: .admin)
    func text(_ action: Action) -> String {
      Headline(Change(action, .endpoint(key), liveID: "1"), backend: "v3").text
    }
    #expect(text(.delete) == "  - endpoint image/glance in R, admin")
    #expect(text(.update) == "  ~ endpoint image/glance in R")
  }
}
