import FoundationEssentials
import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct ShownPlanTests {
  private static let row = EndpointKey(
    service: ServiceKey(type: "compute", name: "nova"),
    region: "R",
    interface: .public
  )

  /// One change of each kind and action.
  private static let plan = Plan(
    changes: [
      Change(.create, .role("r")), Change(.create, .tenant("t")),
      Change(.create, .assignment(RoleAssignment(user: "u", tenant: "t", role: "r"))),
      Change(
        .create,
        .user("u"),
        fields: [FieldChange(.password, to: .secret), FieldChange(.enabled, to: .flag(false))]
      ),
      Change(
        .update,
        .user("new"),
        liveID: "1",
        fields: [FieldChange(.name, from: .text("old"), to: .text("new"))]
      ),
      Change(
        .update,
        .service(ServiceKey(type: "image", name: "glance")),
        liveID: "2",
        fields: [
          FieldChange(.type, from: .text("images"), to: .text("image")),
          FieldChange(.description, to: .text("Images")),
        ]
      ),
      Change(
        .replace,
        .image,
        liveID: "3",
        fields: [
          FieldChange(
            .publicURL,
            from: .template(URLTemplate("http://a/$(tenant_id)s")),
            to: .template(URLTemplate("http://b/$(tenant_id)s"))
          )
        ],
        reason: .movesWithService
      ),
      Change(.delete, .endpoint(row), liveID: "4", reason: .duplicate),
    ],
    notes: [.ambiguous(.user("alice"), count: 2), .ownPasswordSet("u")],
    unmanagedCount: 3
  )

  @Test(arguments: ["v2.0", "v3"])
  func `what was saved is shown as what was planned`(backend: String) throws {
    let planned = ShownPlan(Self.plan, address: "http://k", backend: backend)
    let document = PlanDocument(Self.plan, address: "http://k", backend: backend)
    let text = try JSONText.of(document)
    let read = try JSONDecoder().decode(PlanDocument.self, from: Data(text.utf8))
    let saved = try #require(ShownPlan(read))
    #expect(PlanReport(saved).text == PlanReport(planned).text)
    #expect(PlanMarkdown(plan: saved).text == PlanMarkdown(plan: planned).text)
    #expect(PlanReport(saved).text.contains("- endpoint compute/nova in R, public"))
    #expect(PlanReport(saved).text.contains("~ user old -> new"))
    #expect(PlanReport(saved).text.contains("~ service images/glance -> image/glance"))
    #expect(PlanReport(saved).text.contains("password    (sensitive)"))
  }

  @Test(arguments: ["name", "type", "service", "region", "user", "tenant", "role"])
  func `a change without its name is no plan's`(part: String) throws {
    let document = PlanDocument(Self.plan, address: "http://k", backend: "v3")
    let text = try JSONText.of(document).replacing("\"\(part)\" :", with: "\"x\" :")
    let read = try JSONDecoder().decode(PlanDocument.self, from: Data(text.utf8))
    #expect(ShownPlan(read) == nil)
  }

  @Test(arguments: [
    (0, ""), (1, "1 unmanaged object is left alone."), (2, "2 unmanaged objects are left alone."),
  ])
  func `what is not the seed's is counted`(count: Int, words: String) {
    let plan = Plan(changes: [], unmanagedCount: count)
    #expect(ShownPlan(plan, address: "", backend: "v3").unmanaged == words)
  }

  @Test func `the verdict says whether anything can be done`() {
    func verdict(_ plan: Plan) -> String { ShownPlan(plan, address: "", backend: "v3").verdict }
    #expect(verdict(Plan(changes: [])) == "No changes.")
    let note = PlanNote.unmanageable(.image, id: "1")
    #expect(verdict(Plan(changes: [], notes: [note])) == "No changes can be made.")
    #expect(
      verdict(Self.plan) == "Plan: 4 to create, 2 to update, 1 to replace, 1 to delete."
    )
  }
}
