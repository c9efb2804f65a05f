import FoundationEssentials
import Testing

@testable import KeystoneSeedCLI

struct ValidateCommandTests {
  let screen = Screen()

  private func validate(_ seed: String, _ arguments: String...) async -> ExitStatus {
    await Program.run(
      ["validate", "-"] + arguments,
      in: .test(screen: screen, environment: ["SUFFIX": ".example.com"], input: seed)
    )
  }

  private static let wrong = """
    variables: {unused: x}
    regions:
      one: {public: "203.0.113.10"}
    roles: [admin, Admin]
    rols: [x]
    tenants:
      service: {}
      service: {}
    users:
      nova: {email: [1], roles: {service: [Memebr]}}
      glance: {password: "", roles: {services: [admin]}}
      cinder: {enabled: "false", tenant: demo}
    services:
      nova: {type: compute, endpoints: {two: {public: ":8774/v2/%(tenant_id)"}}}
      swift: {type: object-store, endpoints: {one: {internal: ":8080"}}}
      ec2: {endpoints: ":8773"}

    """

  @Test("a seed with twelve different mistakes is told of every one, at its place")
  func manyMistakes() async {
    #expect(await validate(Self.wrong) == .failure)
    #expect(screen.output.isEmpty)
    let lines = screen.error.split(separator: "\n")
    let errors = lines.filter { $0.contains(": error: ") }
    #expect(errors.count >= 12, "\(screen.error)")
    #expect(Set(errors).count == errors.count)
    for line in lines {
      #expect(line.wholeMatch(of: /<stdin>:[1-9]\d*:[1-9]\d*: (error|warning): .+/) != nil)
    }
  }

  @Test(arguments: [([], 1), (["--for", "2.0"], 1), (["--for", "3"], 0)])
  func whatOldReleasesLackIsOddUnlessV3IsMeant(options: [String], count: Int) async {
    let seed = "services: {x: {type: t, endpoints: {r: {public: 'http://h/$(project_id)s'}}}}\n"
    let status = await Program.run(
      ["validate", "-"] + options,
      in: .test(screen: screen, input: seed + "regions: {r: }\n")
    )
    #expect(status == .success, "\(screen.error)")
    let warnings = screen.error.split(separator: "\n").filter { $0.contains("only from Mitaka on") }
    #expect(warnings.count == count, "\(screen.error)")
  }

  @Test func validSeedIsOneLine() async {
    #expect(await validate("roles: [admin]") == .success)
    #expect(screen.error.isEmpty)
    #expect(
      screen.output == """
        <stdin> is valid: 0 regions, 1 role, 0 tenants, 0 users, 0 assignments, 0 services, 0 \
        endpoints.

        """
    )
  }

  @Test func warningKeepsNobodyFromUsingASeed() async {
    #expect(await validate("variables: {unused: x}\nroles: [admin]") == .success)
    #expect(screen.error.contains(": warning: "))
    #expect(screen.output.contains("is valid"))
  }

  @Test func needsNeitherSecretsNorANetwork() async {
    let seed = "users: {nova: {password: {env: NOT_SET}}, glance: {password: {file: /nowhere}}}"
    #expect(await validate(seed) == .success)
    #expect(screen.error.isEmpty)
  }

  @Test func settingTakesThePlaceOfAVariable() async {
    let seed =
      "roles: [a]\nvariables: {host: \"\"}\nregions: {one: {public: \"http://${host}${env:SUFFIX}\"}}"
    #expect(await validate(seed, "--set", "host=192.0.2.1") == .success, "\(screen.error)")
    #expect(await validate(seed, "--set", "hots=192.0.2.1") == .failure)
    #expect(screen.error.contains("--set hots: error: "))
  }

  @Test func documentIsAloneOnStandardOutput() async throws {
    #expect(await validate(Self.wrong, "--output", "json") == .failure)
    #expect(screen.error.isEmpty)
    let document = try JSONDecoder().decode(Document.self, from: Data(screen.output.utf8))
    #expect(!document.valid)
    #expect(document.diagnostics.count { $0.severity == "error" } >= 12)
    #expect(document.diagnostics.allSatisfy { $0.file == "<stdin>" && $0.line != nil })
  }

  private struct Document: Decodable {
    struct Entry: Decodable {
      let severity: String
      let file: String
      let line: Int?
    }

    let valid: Bool
    let diagnostics: [Entry]
  }

  @Test func seedThatIsNotThereIsAFailure() async {
    let status = await Program.run(
      ["validate", "missing.yaml"],
      in: .test(screen: screen)
    )
    #expect(status == .failure)
    #expect(screen.error == "error: cannot read missing.yaml: there is no such file\n")
  }

  @Test("A2 A3 an endpoint hangs on a service that is declared (Grizzly's scripts, sample_data.sh)")
  func danglingEndpoint() async {
    let seed = "endpoints: {object-store: {one: {public: \"http://h:8080\"}}}"
    #expect(await validate(seed) == .failure)
    #expect(screen.error.hasPrefix("<stdin>:1:1: error: a seed has no key \"endpoints\""))
  }

  @Test("A20 regions that differ only by case are warned of (trinity)")
  func regionsByCase() async {
    let seed = """
      regions: {regionOne: {public: "http://a"}, RegionOne: {public: "http://b"}}
      """
    _ = await validate(seed)
    #expect(screen.error.contains("RegionOne"))
  }

  @Test("A28 a backslash in a template is a mistake (install guides)")
  func backslash() async {
    let seed = """
      services:
        nova: {type: compute, endpoints: {one: {public: 'http://h:8774/v2/%\\(tenant_id\\)s'}}}
      """
    #expect(await validate(seed) == .failure)
    #expect(screen.error.contains("backslash"), "\(screen.error)")
  }

  @Test("A32 a flag in quotes is no flag (keystoneclient takes \"false\" for true)")
  func quotedFlag() async {
    #expect(await validate("users: {nova: {enabled: \"false\"}}") == .failure)
    #expect(screen.error.hasPrefix("<stdin>:1:25: error: enabled must be true or false"))
  }
}
