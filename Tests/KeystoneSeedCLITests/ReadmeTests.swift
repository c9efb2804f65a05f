import ArgumentParser
import IdentityModel
import KeystoneSandbox
import SeedFormat
import TestSupport
import Testing

@testable import KeystoneSeedCLI

/// What README.md shows is what there is.
struct ReadmeTests {
  private let text: String

  init() throws {
    text = try contentOfProjectFile("README.md")
  }

  /// The block of code that a comment before it says is the content of that file.
  private func file(_ name: String) throws -> String {
    let marker = "<!-- file: \(name), held true by ReadmeTests -->\n```"
    let block = try #require(text.split(separator: marker).dropFirst().only)
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    return lines.prefix { $0 != "```" }.map { $0 + "\n" }.joined()
  }

  @Test func seedIsValidAndItsPlanIsTheOneShown() async throws {
    let (seed, shown) = (try file("seed.yaml"), try file("plan.txt"))
    try await withLab { lab in
      var lab = lab
      lab.environment["SERVICE_PASSWORD"] = "a secret"
      try lab.directory.write(seed, to: "seed.yaml")
      let validate = await lab.run("validate", "seed.yaml")
      #expect(validate.status == .success)
      #expect(validate.error.isEmpty)

      let plan = await lab.run("plan", "seed.yaml")
      let address = "http://127.0.0.1:35357/v2.0"
      #expect(plan.output.replacing(lab.sandbox.adminURL, with: address) == shown)

      let apply = await lab.run("apply", "seed.yaml")
      #expect(apply.status == .success)
      let again = await lab.run("plan", "seed.yaml")
      #expect(again.output == "No changes.\n")
    }
  }

  @Test func aSeedWithDomainsIsValid() throws {
    let reading = Seed.load(try file("domains.yaml"), file: "domains.yaml", directory: "/")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired?.domains.count == 2)
  }

  @Test func aSeedWithGroupsIsValid() throws {
    let reading = Seed.load(try file("groups.yaml"), file: "groups.yaml", directory: "/")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.desired?.assignments.count == 3)
  }

  @Test func whoLosesByALinkThatGoesIsShown() async throws {
    let shown = try file("consequences.txt")
    try await withVersion3(.current) { lab in
      try lab.declare(
        """
        roles: [member, reader]
        projects: {lab: }
        groups: {staff: {members: [ann, bob], roles: {lab: [member]}}}
        users: {ann: {roles: {lab: [reader]}}, bob: }

        """
      )
      #expect(await lab.run("apply").status == .success)
      try lab.declare("absent: {implications: [{role: member, implies: reader}]}\n")
      let plan = await lab.run("plan")
      #expect(plan.output.contains("\n\n" + shown + "\n"), "\(plan.shown)")
    }
  }

  @Test func aSeedWithLimitsIsValid() throws {
    let reading = Seed.load(try file("limits.yaml"), file: "limits.yaml", directory: "/")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(reading.desired?.limits.count == 6)
  }

  @Test func twoFilesThatDifferAreSaidTo() throws {
    let directory = try TemporaryDirectory()
    for name in ["base.yaml", "compute.yaml"] { try directory.write(try file(name), to: name) }
    let seed = try SeedFiles.read(
      [.path("base.yaml"), .path("compute.yaml")],
      in: .test(currentDirectory: directory.path)
    )
    #expect(
      Seed.load(seed).diagnostics.map { "\($0)\n" }.joined() == (try file("difference.txt"))
    )
  }

  @Test func aKeystoneOfTodayIsBootstrappedAndSeeded() async throws {
    let lines = try file("bootstrap.sh").split(separator: "\n").map { line in
      line.split(separator: " ").map { $0.replacing("\"", with: "") }
    }
    // The sandbox stands for the first line.
    #expect(lines.first?.prefix(2) == ["keystone-manage", "bootstrap"])
    let configuration = SandboxConfiguration(release: .current, adminPassword: "s3cret")
    try await withLab(configuration) { lab in
      var lab = lab
      lab.environment = ["ADMIN_PASSWORD": "s3cret", "SERVICE_PASSWORD": "a secret"]
      let seed = "Seeds/core-2026.yaml"
      try lab.declare(contentOfProjectFile(seed))
      for words in lines.dropFirst() {
        if words.first == "export" {
          for word in words.dropFirst() {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts[1] == "$ADMIN_PASSWORD" ? "s3cret" : parts[1]
            lab.environment[parts[0]] = value
          }
          #expect(lab.environment["OS_AUTH_URL"]?.hasSuffix("/v3") == true)
          lab.environment["OS_AUTH_URL"] = lab.sandbox.version3URL
        } else {
          #expect(words.map(String.init) == ["keystone-seed", "apply", seed])
          let apply = await lab.run("apply")
          #expect(apply.status == .success, "\(apply.error)")
        }
      }
      let again = await lab.run("apply", "--prune")
      #expect(again.status == .success, "\(again.error)")
      #expect(again.writes == [])
      #expect(again.output.hasPrefix("No changes."), "\(again.output)")
    }
  }

  @Test func aCloudIsAdoptedInTwoCommands() async throws {
    let commands = try file("adopt.sh").split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
    #expect(commands.count == 2)
    #expect(commands.allSatisfy { $0.first == "keystone-seed" })
    try await withLab { lab in
      var lab = lab
      lab.environment["SERVICE_PASSWORD"] = "a secret"
      try lab.directory.write(try file("seed.yaml"), to: "made-by-a-script.yaml")
      #expect(await lab.run("apply", "made-by-a-script.yaml").status == .success)
      var output = ""
      for command in commands {
        let run = await lab.run(Array(command.dropFirst()))
        #expect(run.status == .success)
        output += run.output
      }
      #expect(output == "No changes.\n")
    }
  }

  @Test func credentialsAreWhatAShellIsShownToGet() async throws {
    let command = try file("credentials.sh").split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
    let arguments = try #require(command.only).dropFirst()
    let directory = try TemporaryDirectory()
    try directory.write(try file("seed.yaml"), to: "seed.yaml")
    for _ in 1...2 {
      let screen = Screen()
      let status = await Program.run(
        Array(arguments),
        in: .test(
          screen: screen,
          environment: ["SERVICE_PASSWORD": "it's secret"],
          currentDirectory: directory.path
        )
      )
      #expect(status == .success)
      #expect(screen.error.isEmpty)
    }
    #expect(try directory.content(of: "openrc").hasSuffix("\n\n\(try file("openrc"))"))
    #expect(try directory.content(of: "profile").split(separator: "\n").count == 1)
  }

  @Test func exitStatusesAreThoseThatAreGiven() async throws {
    let shown = text.matches(of: /(?m)^\| (\d+) \|/).compactMap { Int32($0.1) }
    try await withLab { lab in
      var given: [Int32] = []
      try lab.declare("roles: [admin]")
      given.append(await lab.run("validate").status.rawValue)
      given.append(await lab.run("validate", "missing.yaml").status.rawValue)
      given.append(await lab.run("plan", "--detailed-exitcode").status.rawValue)
      given.append(await lab.run("plan", "--bogus").status.rawValue)
      #expect(given == shown)
    }
  }

  @Test func optionsAreThoseOfTheHelp() async {
    var help = ""
    let commands = KeystoneSeedCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    for command in commands {
      let screen = Screen()
      _ = await Program.run([command, "--help"], in: .test(screen: screen))
      help += screen.output
    }
    let options = Set(text.matches(of: /`[^`\n]*?(--[a-z][-a-z]+)/).map { String($0.1) })
    #expect(options.count > 5)
    for option in options { #expect(help.contains(option), "\(option)") }
  }

  @Test func commandsAreThoseOfTheProgram() {
    let commands = KeystoneSeedCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    let shown = text.matches(of: /(?m)^keystone-seed ([a-z]+) +\[/).map { String($0.1) }
    #expect(!shown.isEmpty)
    for command in shown { #expect(commands.contains(command), "\(command)") }
  }

  @Test func variablesOfTheEnvironmentAreThoseThatAreRead() {
    let others = [
      "OS_CLOUD", "OS_AUTH_TYPE", "OS_INSECURE", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE",
    ]
    let read = Set(ConnectionSetting.allCases.flatMap(\.variables) + others)
    let shown = Set(text.matches(of: /`(OS_[A-Z_]+)`/).map { String($0.1) })
    #expect(!shown.isEmpty)
    #expect(shown.subtracting(read) == [])
  }

  @Test func targetsAndFilesAreThere() throws {
    let targets = text.matches(of: /(?m)^\| `([A-Za-z-]+)`(?:, `([A-Za-z-]+)`)? \|/)
      .flatMap { [$0.1] + ($0.2.map { [$0] } ?? []) }
    #expect(targets.count >= 9)
    let package = try contentOfProjectFile("Package.swift")
    for target in targets { #expect(package.contains("name: \"\(target)\""), "\(target)") }
    let seeds = text.matches(of: /(?m)^\| `([a-z0-9-]+\.yaml)` \|/).map { String($0.1) }
    #expect(seeds.sorted() == PublishedSeedsTests.seeds)
  }
}
