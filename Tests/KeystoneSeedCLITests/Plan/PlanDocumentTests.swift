import FoundationEssentials
import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct PlanDocumentTests {
  private let plan = Plan(
    changes: [
      Change(
        .update,
        .user("glance"),
        liveID: "u1",
        fields: [
          FieldChange(.email, from: .text("old"), to: .text("new")),
          FieldChange(.password, to: .secret),
          FieldChange(.enabled, from: .flag(false), to: .flag(true)),
        ]
      ),
      Change(
        .delete,
        .endpoint(
          EndpointKey(service: ServiceKey(type: "compute", name: "nova"), region: "regionOne")
        ),
        liveID: "e1",
        reason: .duplicate
      ),
      Change(.create, .assignment(RoleAssignment(user: "u", tenant: "t", role: "r"))),
    ],
    unmanagedCount: 3
  )

  private var document: PlanDocument {
    PlanDocument(plan, address: "http://127.0.0.1:35357/v2.0", backend: "v2.0")
  }

  @Test func comesBackFromJSONAsItWas() throws {
    let text = try JSONText.of(document)
    let again = try JSONDecoder().decode(PlanDocument.self, from: Data(text.utf8))
    #expect(again == document)
  }

  @Test func saysHowMuchANoteMattersAndWhetherItAsks() {
    let notes: [PlanNote] = [
      .ambiguous(.user("alice"), count: 2),
      .nearType(
        ServiceKey(type: "images", name: "glance"),
        LiveNeighbor(ServiceKey(type: "image", name: "glance"), url: nil, isDeclared: false)
      ),
    ]
    let plan = Plan(changes: [], notes: notes)
    let document = PlanDocument(plan, address: "http://a", backend: "v2.0")
    #expect(document.notes.map(\.severity) == [.error, .note])
    #expect(
      document.notes.first?.text == "2 live users are named alice; none of them is changed"
    )
    #expect(document.needsAgreement)
    #expect(!PlanDocument(Plan(changes: []), address: "", backend: "").needsAgreement)
  }

  @Test func namesEachObjectByTheWordsOfItsKind() {
    let byKind = Dictionary(uniqueKeysWithValues: document.changes.map { ($0.kind, $0) })
    #expect(byKind[.user]?.name == "glance")
    #expect(byKind[.endpoint]?.service == "nova")
    #expect(byKind[.endpoint]?.type == "compute")
    #expect(byKind[.endpoint]?.region == "regionOne")
    #expect(byKind[.endpoint]?.reason == .duplicate)
    #expect(byKind[.assignment]?.user == "u")
    #expect(byKind[.assignment]?.tenant == "t")
    #expect(byKind[.assignment]?.role == "r")
  }

  @Test func holdsOfAPasswordThatItIsSetAndNothingElse() throws {
    let fields = document.changes.flatMap(\.fields)
    let password = try #require(fields.first { $0.field == .password })
    #expect(password.sensitive == true)
    #expect(password.from == nil)
    #expect(password.to == nil)
  }

  @Test func counts() {
    #expect(
      document.summary
        == PlanDocument.Summary(create: 1, update: 1, replace: 0, delete: 1, unmanaged: 3)
    )
  }
}
