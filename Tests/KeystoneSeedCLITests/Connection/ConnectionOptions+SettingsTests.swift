import ArgumentParser
import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct ConnectionOptionsSettingsTests {
  let screen = Screen()
  let login = ["OS_USERNAME": "admin", "OS_AUTH_URL": "http://a:5000"]

  @Test func passwordIsTypedWithoutBeingShown() throws {
    let context = CommandContext.test(
      screen: screen,
      environment: login,
      terminal: .present,
      answers: ["typed"]
    )
    let settings = try ConnectionOptions.parse([]).settings(in: context) { _, _ in [:] }
    guard case .password(_, let password, _, _) = settings.authentication else {
      Issue.record("no login")
      return
    }
    #expect(password == Secret("typed"))
    #expect(screen.error == "Password of admin: \n")
  }

  @Test func withoutATerminalThePasswordIsMissing() throws {
    let context = CommandContext.test(screen: screen, environment: login, answers: ["typed"])
    #expect(throws: ConnectionError.incompleteLogin(missing: [.password])) {
      try ConnectionOptions.parse([]).settings(in: context) { _, _ in [:] }
    }
    #expect(screen.error.isEmpty)
  }

  @Test(arguments: [(["--os-cloud", "lab"], "other"), ([], "lab"), (["--os-cloud", ""], "lab")])
  func cloudIsNamedByOptionOrEnvironment(arguments: [String], variable: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "clouds.yaml")
    let context = CommandContext.test(
      environment: login.merging(["OS_CLOUD": variable]) { $1 },
      currentDirectory: directory.path
    )
    let settings = try ConnectionOptions.parse(arguments).settings(in: context) { _, _ in
      ["lab": CloudEntry(password: Secret("from the lab")), "other": CloudEntry()]
    }
    guard case .password(_, let password, _, _) = settings.authentication else {
      Issue.record("no login")
      return
    }
    #expect(password == Secret("from the lab"))
  }

  @Test func warningsGoToStandardError() throws {
    let environment = login.merging([
      "OS_PASSWORD": "s3cret", "SERVICE_TOKEN": "t0ken", "SERVICE_ENDPOINT": "http://b:35357",
    ]) { $1 }
    _ = try ConnectionOptions.parse([])
      .settings(in: .test(screen: screen, environment: environment)) { _, _ in [:] }
    #expect(
      screen.error == """
        warning: there is a token with an endpoint as well as a user name and a password; \
        the token is used, at http://b:35357/v2.0

        """
    )
    #expect(screen.output.isEmpty)
  }
}
