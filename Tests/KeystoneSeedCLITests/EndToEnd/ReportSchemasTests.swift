import FoundationEssentials
import IdentityModel
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

/// The JSON that commands print, held against the schemas that are published of it.
@Suite struct ReportSchemasTests {
  private static func admits(_ text: String, _ name: String) throws -> Bool {
    let schema = try JSONSchema(contentOfProjectFile("Schemas/\(name).schema.json"))
    return try schema.admits(JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8)))
  }

  private static func expect(_ text: String, is name: String) throws {
    let isAdmitted = try admits(text, name)
    #expect(isAdmitted, "\(text)")
  }

  private static let changed =
    SmallCloud.seed
    .replacing("  ops: {}\n", with: "  new: {}\n")
    .replacing("description: Compute", with: "description: x")
    .replacing("email: nova@example.com", with: "email: other@example.com")
    + "absent: {tenants: [ops]}\n"

  @Test func `what plan, show and apply print`() async throws {
    try await withSmallCloud { lab in
      let empty = await lab.run("plan", "--output", "json")
      try Self.expect(empty.output, is: "plan")
      try lab.declare(Self.changed)
      let options = ["--only", "tenants=new,users,services,endpoints"]
      let plan = await lab.run(
        ["plan", "--output", "json", "--out", "p", "--max-delete", "3"] + options
      )
      #expect(plan.output.contains("\"version\" : 1"), "\(plan.error)")
      try Self.expect(plan.output, is: "plan")
      let saved = try lab.directory.content(of: "p")
      try Self.expect(saved, is: "saved-plan")
      let shown = await lab.run("show", "p", "--output", "json")
      try Self.expect(shown.output, is: "plan")
      let apply = await lab.run("apply", "--yes", "--output", "json")
      #expect(apply.status == .success, "\(apply.error)")
      #expect(apply.output.contains("\"action\" : \"replace\""))
      try Self.expect(apply.output, is: "apply")
    }
  }

  @Test func `what plan, show and apply print of who loses which roles`() async throws {
    try await withVersion3(.current) { lab in
      try lab.declare("absent: {implications: [{role: member, implies: reader}]}\n")
      let plan = await lab.run("plan", "--output", "json", "--out", "p")
      #expect(plan.output.contains("\"consequences\" : ["), "\(plan.shown)")
      try Self.expect(plan.output, is: "plan")
      try Self.expect(try lab.directory.content(of: "p"), is: "saved-plan")
      let apply = await lab.run("apply", "--yes", "--output", "json")
      #expect(apply.output.contains("\"consequences\" : ["), "\(apply.shown)")
      try Self.expect(apply.output, is: "apply")
    }
  }

  @Test func `what apply prints of what failed`() async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing("  ops: {}\n", with: "  ops: {}\n  new: {}\n"))
      lab.sandbox.faults.add(
        .before(
          "POST",
          "/v2.0/tenants",
          times: nil,
          .status(403, contentType: "text/plain", body: "")
        )
      )
      let run = await lab.run("apply", "--output", "json")
      #expect(run.status == .failure)
      #expect(run.output.contains("\"failed\""))
      try Self.expect(run.output, is: "apply")
    }
  }

  @Test func `what verify prints, over both versions`() async throws {
    try await withVerifiedCloud { lab in
      let environment = ["NOVA_PASSWORD": "another secret"]
      let options = ["verify", "--output", "json"]
      let fine = await lab.run(options)
      #expect(fine.status == .success)
      try Self.expect(fine.output, is: "verify")
      let run = await lab.run(options, environment: environment)
      #expect(run.status == .changesPending)
      try Self.expect(run.output, is: "verify")
    }
    try await withVersion3(.current) { lab in
      try lab.declare("roles: [extra]\n")
      let run = await lab.run("verify", "--output", "json")
      #expect(run.status == .changesPending)
      try Self.expect(run.output, is: "verify")
      let plan = await lab.run("plan", "--output", "json")
      try Self.expect(plan.output, is: "plan")
    }
  }

  @Test func `what verify prints of all that can be wrong`() throws {
    let endpoint = EndpointKey(service: ServiceKey(type: "image", name: "glance"), region: "R")
    let other = CatalogGap.OtherURL(interface: .admin, seen: "http://a", declared: "http://b")
    let gap = CatalogGap(
      endpoint: endpoint,
      interfaces: [.public],
      others: [other],
      reasons: [.public: .serviceDisabled]
    )
    let verification = Verification.make(
      logins: [
        .makeAccepted(gaps: [gap]), .make(.wrongPassword, user: "x", in: nil),
        .make(.failed(LoginCheck.failure), user: "y"),
      ],
      sharedEntries: [
        SharedEntry(
          type: "image",
          region: nil,
          rows: ["e1", "e2"],
          services: [:],
          sources: [.public: ["e1"], .admin: ["e2"]]
        )
      ],
      exposures: [.bareToken],
      probes: [
        ProbeResult(url: "http://a", outcome: .answered(status: 300)),
        ProbeResult(url: "http://b", outcome: .notAsked),
      ]
    )
    let text = try JSONText.report(VerifyDocument(verification))
    try Self.expect(text, is: "verify")
  }

  @Test(arguments: ["roles: [admin]\n", "rols: []\nroles: [a, A]\n"])
  func `what validate prints`(seed: String) async throws {
    try await withLab { lab in
      try lab.declare(seed)
      let run = await lab.run("validate", "--output", "json")
      try Self.expect(run.output, is: "validate")
    }
  }

  @Test(arguments: ["user-list", "service-list", "endpoint-list", "tenant-list", "role-list"])
  func `what lists print`(command: String) async throws {
    try await withSmallCloud { lab in
      let run = await lab.run(command, "--format", "json")
      #expect(run.status == .success)
      try Self.expect(run.output, is: "list")
    }
  }

  @Test func `what credentials print`() async throws {
    try await withSmallCloud { lab in
      let run = await lab.run(
        "credentials",
        "nova",
        "--format",
        "json",
        "--os-auth-url",
        "http://h:5000/v2.0"
      )
      #expect(run.status == .success, "\(run.error)")
      try Self.expect(run.output, is: "credentials")
    }
  }

  /// A key that no schema names would be one that nobody has been told of.
  @Test func `what a schema does not name is not admitted`() async throws {
    try await withSmallCloud { lab in
      let text = await lab.run("plan", "--output", "json").output
      for change in [("\"version\" : 1", "\"version\" : 2"), ("\"notes\"", "\"remarks\"")] {
        let isAdmitted = try Self.admits(text.replacing(change.0, with: change.1), "plan")
        #expect(!isAdmitted)
      }
    }
  }

  @Test(arguments: ["apply", "verify", "saved-plan"])
  func `a plan is described alike wherever it stands`(name: String) throws {
    let plan = try JSONSchema(contentOfProjectFile("Schemas/plan.schema.json"))
    let other = try JSONSchema(contentOfProjectFile("Schemas/\(name).schema.json"))
    for definition in ["change", "field", "note"] {
      let (first, second) = (try plan.definition(definition), try other.definition(definition))
      #expect(first == second)
    }
    guard case .object(let root) = plan.root, case .object(var properties)? = root["properties"]
    else { throw JSONSchema.Flaw.notASchema }
    properties["version"] = nil
    let embedded = try other.definition("plan")["properties"]
    #expect(embedded == .object(properties))
  }
}
