import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct CredentialsCommandTests {
  static let seed = """
    regions:
      regionOne: {public: "http://192.0.2.1", internal: "http://10.0.0.1", admin: "http://10.0.0.1"}
    roles: [admin, Member]
    tenants: {admin: , demo: , service: }
    users:
      admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}
      nova: {password: {env: NOVA_PASSWORD}, roles: {service: [admin]}}
      test: {roles: {demo: [Member]}}
      gone: {enabled: false, password: x, roles: {demo: [Member]}}
      many: {password: x, roles: {demo: [Member], service: [Member]}}
    services:
      keystone:
        type: identity
        endpoints: {public: ":5000/v2.0", internal: ":5000/v2.0", admin: ":35357/v2.0"}

    """

  let directory: TemporaryDirectory
  let screen = Screen()

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Self.seed, to: "keystone-seed.yaml")
  }

  private func run(_ user: String, _ options: [String]) async -> ExitStatus {
    await Program.run(
      ["credentials", user] + options,
      in: .test(
        screen: screen,
        environment: ["ADMIN_PASSWORD": "it's"],
        currentDirectory: directory.path
      )
    )
  }

  private func run(
    _ arguments: String...,
    terminal: Terminal = .absent,
    answers: [String] = [],
    environment: [String: String] = ["ADMIN_PASSWORD": "it's"]
  ) async -> ExitStatus {
    await Program.run(
      ["credentials"] + arguments,
      in: .test(
        screen: screen,
        environment: environment,
        currentDirectory: directory.path,
        terminal: terminal,
        answers: answers
      )
    )
  }

  @Test func `the administrator's rc file is on standard output, and only there`() async {
    #expect(await run() == .success)
    #expect(
      screen.output.hasSuffix(
        #"""

        export OS_USERNAME='admin'
        export OS_PASSWORD='it'\''s'
        export OS_TENANT_NAME='admin'
        export OS_PROJECT_NAME='admin'
        export OS_AUTH_URL='http://192.0.2.1:5000/v2.0'
        export OS_REGION_NAME='regionOne'

        """#
      )
    )
    #expect(screen.error.isEmpty)
  }

  @Test(arguments: ["rc", "dotenv", "json", "clouds-yaml"])
  func `over v3 every format has the domains and the version`(format: String) async {
    #expect(await run("admin", "--identity-api", "3", "--format", format) == .success)
    let isEntry = format == "clouds-yaml"
    let words =
      isEntry
      ? ["user_domain_name", "project_domain_name", "identity_api_version", "192.0.2.1:5000/v3"]
      : [
        "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME", "OS_IDENTITY_API_VERSION",
        "OS_PROJECT_NAME", "192.0.2.1:5000/v3",
      ]
    for word in words { #expect(screen.output.contains(word), "\(word) in \(screen.output)") }
    #expect(!screen.output.contains("export OS_TENANT_NAME"))
    #expect(!screen.output.contains("OS_TENANT_NAME="))
    #expect(screen.error.isEmpty)
  }

  @Test(arguments: ["4", "v2.1", ""])
  func `a version that there is not is refused`(version: String) async {
    #expect(await run("admin", "--identity-api", version) == .usage)
  }

  @Test func `only the user's own password is read`() async {
    // NOVA_PASSWORD is not set, and is not needed.
    #expect(await run("admin") == .success)
    #expect(await run("nova") == .failure)
    #expect(
      screen.error == """
        keystone-seed.yaml:7:20: error: no password for user nova: \
        the environment variable NOVA_PASSWORD is not set

        """
    )
  }

  @Test func `a password that the seed does not have is asked for`() async {
    let status = await run("test", "--format", "json", terminal: .present, answers: ["typed\\"])
    #expect(status == .success)
    #expect(
      screen.output == #"""
        {
          "OS_AUTH_URL" : "http://192.0.2.1:5000/v2.0",
          "OS_PASSWORD" : "typed\\",
          "OS_PROJECT_NAME" : "demo",
          "OS_REGION_NAME" : "regionOne",
          "OS_TENANT_NAME" : "demo",
          "OS_USERNAME" : "test"
        }

        """#
    )
    #expect(screen.error == "Password of test: \n")
  }

  @Test func `without a terminal to ask on there are no credentials`() async {
    #expect(await run("test") == .failure)
    #expect(screen.output.isEmpty)
    #expect(
      screen.error == """
        error: there is no password of test: the seed names none, and none was typed on a terminal

        """
    )
  }

  @Test func `without a seed the options say where`() async throws {
    try #require(!InputFile.exists(SeedLocation.systemPath))
    let empty = try TemporaryDirectory()
    let status = await Program.run(
      ["credentials", "me", "--tenant", "mine", "--os-auth-url", "http://h:5000"],
      in: .test(
        screen: screen,
        currentDirectory: empty.path,
        terminal: .present,
        answers: ["typed"]
      )
    )
    #expect(status == .success)
    #expect(screen.output.contains("OS_USERNAME='me'"))
    #expect(screen.output.contains("OS_TENANT_NAME='mine'"))
    #expect(screen.output.contains("OS_AUTH_URL='http://h:5000/v2.0'"))
    #expect(!screen.output.contains("export OS_REGION_NAME"))
    #expect(
      screen.error.hasSuffix("v2.0 is written; --identity-api 3 writes v3's\nPassword of me: \n")
    )
  }

  @Test func `what the login would fail of is said beforehand`() async {
    #expect(await run("gone", "--tenant", "service") == .success)
    #expect(
      screen.error == """
        warning: the seed disables the user gone, who cannot log in
        warning: the seed gives gone no role in the tenant service

        """
    )
  }

  @Test func `of several tenants one has to be named`() async {
    #expect(await run("many") == .usage)
    #expect(
      screen.error == """
        error: the seed gives many roles in several tenants
          Name one: --tenant, of demo, service.

        """
    )
    #expect(await run("many", "--tenant", "demo") == .success)
  }

  @Test func `an undeclared user is answered with the declared ones`() async {
    #expect(await run("Admin") == .failure)
    #expect(
      screen.error == """
        error: the seed has no user Admin
          Its users: admin, gone, many, nova, test.

        """
    )
  }

  @Test(arguments: [
    ("public", "http://192.0.2.1:5000/v2.0"), ("internal", "http://10.0.0.1:5000/v2.0"),
    ("admin", "http://10.0.0.1:35357/v2.0"),
  ])
  func `the interface is a choice`(interface: String, url: String) async {
    #expect(await run("--interface", interface, "--shell", "fish") == .success)
    #expect(screen.output.contains("set --global --export OS_AUTH_URL '\(url)'\n"))
  }

  @Test func `a file is for its owner alone, and its profile sources it once`() async throws {
    try directory.write("# mine\n", to: ".profile")
    for _ in 1...2 {
      #expect(await run("--output", "rc", "--profile", ".profile") == .success)
    }
    #expect(screen.output.isEmpty)
    #expect(screen.error.isEmpty)
    #expect(try directory.content(of: "rc").contains(#"OS_PASSWORD='it'\''s'"#))
    var status = stat()
    #expect(stat("\(directory.path)/rc", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    let path = "\(directory.path)/rc"
    #expect(
      try directory.content(of: ".profile") == """
        # mine
        if [ -r '\(path)' ]; then . '\(path)'; fi

        """
    )
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make another's link"))
  func `another user's link is not followed`() async throws {
    try directory.write("", to: "target")
    let link = "\(directory.path)/rc"
    #expect(symlink("target", link) == 0)
    #expect(lchown(link, 65_534, 65_534) == 0)
    #expect(await run("--output", "rc") == .failure)
    #expect(try directory.content(of: "target").isEmpty)
    #expect(screen.error.contains("it is a symbolic link that belongs to somebody else"))
    #expect(!screen.error.contains("it's"))
  }

  @Test func `a profile does not source itself`() async throws {
    try directory.write("", to: "rc")
    #expect(await run("--output", "rc", "--profile", "./rc") == .usage)
    #expect(screen.error == "error: rc cannot source itself\n")
    #expect(try directory.content(of: "rc").isEmpty)
  }

  /// Each format, the file of which holds a checksum.
  @Test(arguments: CredentialsFormat.allCases)
  func `a file that was edited is kept unless forced`(format: CredentialsFormat) async throws {
    let options = ["--format", format.rawValue, "--output", "file"]
    for _ in 1...2 { #expect(await run("admin", options) == .success) }
    let edited = try directory.content(of: "file").replacing("regionOne", with: "regionTwo")
    try directory.write(edited, to: "file")
    #expect(await run("admin", options) == .failure)
    #expect(screen.error.contains("file was edited since this command wrote it"))
    #expect(try directory.content(of: "file") == edited)
    #expect(await run("admin", options + ["--force"]) == .success)
    #expect(try directory.content(of: "file").contains("regionOne"))
  }

  @Test func `an entry of clouds yaml replaces none but itself`() async throws {
    for _ in 1...2 {
      #expect(await run("--format", "clouds-yaml", "--output", "clouds.yaml") == .success)
    }
    let before = try directory.content(of: "clouds.yaml")
    let status = await run(
      "nova",
      "--format",
      "clouds-yaml",
      "--output",
      "clouds.yaml",
      environment: ["NOVA_PASSWORD": "n"]
    )
    #expect(status == .failure)
    #expect(
      screen.error.contains("/clouds.yaml has other clouds in it, which would be lost: admin")
    )
    #expect(try directory.content(of: "clouds.yaml") == before)
  }

  @Test func `a dotenv file that Compose reads differently comes with a warning`() async {
    let status = await run("--format", "dotenv", environment: ["ADMIN_PASSWORD": "${a}"])
    #expect(status == .success)
    #expect(screen.output.contains("OS_PASSWORD=\"${:-$}{a}\"\n"))
    #expect(
      screen.error == """
        warning: OS_PASSWORD: written for python-dotenv; \
        Docker Compose, node and shells read such a value differently

        """
    )
  }

  @Test(arguments: [
    ["--shell", "fish", "--format", "json"], ["--profile", "x"], ["--cloud", "x"],
    ["--profile", "x", "--output", "y", "--format", "json"], ["a", "b", "--seed", "c"],
    ["--shell", "cmd"], ["--shell", "powershell", "--output", "rc"],
  ])
  func `options that do not go together are refused`(arguments: [String]) async {
    let status = await Program.run(["credentials"] + arguments, in: .test(screen: screen))
    #expect(status == .usage)
    #expect(screen.output.isEmpty)
  }

  @Test func `no password is in a shell that cannot hold it`() async {
    let status = await run("test", terminal: .present, answers: ["a\u{0}b"])
    #expect(status == .failure)
    #expect(screen.output.isEmpty)
    #expect(!screen.error.contains("a\u{0}b"))
  }
}
