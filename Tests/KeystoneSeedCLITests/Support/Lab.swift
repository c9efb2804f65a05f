import FoundationEssentials
import Glibc
import KeystoneClient
import KeystoneSandbox
import TestSupport
import Texts

@testable import KeystoneSeedCLI

/// A sandbox, a directory for seeds, and commands that are run there.
struct Lab: Sendable {
  let sandbox: KeystoneSandbox
  let directory: TemporaryDirectory
  /// Does by hand what no seed asks for.
  let outsider: KeystoneClient
  /// What the commands find in the environment, to begin with the admin token.
  var environment: [String: String]
  /// What the commands' requests go through on their way to the sandbox.
  var wrapTransport: @Sendable (any HTTPTransport) -> any HTTPTransport = { $0 }

  /// What came of a command.
  struct Run: Sendable {
    let status: ExitStatus
    let output: String
    let error: String
    let requests: [RecordedRequest]
  }

  /// Writes the seed that the commands take where none is named.
  func declare(_ seed: String) throws {
    try directory.write(seed, to: "keystone-seed.yaml")
  }

  /// Gives a password to each variable that a dump takes one from.
  mutating func answer(_ dump: String) {
    for source in dump.split(separator: "{env: ").dropFirst() {
      environment[String(source.prefix { $0 != "}" })] = "any"
    }
  }

  /// The environment of a user who logs in, in place of the admin token's.
  func login(
    as user: String,
    _ password: String,
    tenant: String,
    at url: String? = nil
  ) -> [String: String] {
    [
      "OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": "", "OS_USERNAME": user,
      "OS_PASSWORD": password, "OS_TENANT_NAME": tenant, "OS_AUTH_URL": url ?? sandbox.adminURL,
    ]
  }

  /// Runs a command; it never waits for a retry, which the clock makes up for.
  func run(
    _ arguments: String...,
    environment: [String: String] = [:],
    terminal: Terminal = .absent,
    input: String = "",
    answers: [String] = [],
    interrupt: Interrupt = Interrupt { _ in }
  ) async -> Run {
    await run(
      arguments,
      environment: environment,
      terminal: terminal,
      input: input,
      answers: answers,
      interrupt: interrupt
    )
  }

  /// Runs a command; it never waits for a retry, which the clock makes up for.
  func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    terminal: Terminal = .absent,
    input: String = "",
    answers: [String] = [],
    interrupt: Interrupt = Interrupt { _ in }
  ) async -> Run {
    let screen = Screen()
    sandbox.recorder.reset()
    var context = CommandContext.test(
      screen: screen,
      environment: self.environment.merging(environment) { $1 },
      currentDirectory: directory.path,
      terminal: terminal,
      input: input,
      answers: answers,
      interrupt: interrupt,
      clock: ManualClock()
    )
    let (make, wrap) = (context.makeTransport, wrapTransport)
    context.makeTransport = { configuration throws(TransportError) in
      wrap(try make(configuration))
    }
    let status = await Program.run(arguments, in: context)
    return Run(
      status: status,
      output: screen.output,
      error: screen.error,
      requests: sandbox.recorder.requests
    )
  }
}

/// Gives a test a sandbox that is empty, and takes it away again.
func withLab<Result>(
  _ configuration: SandboxConfiguration = SandboxConfiguration(),
  _ body: (Lab) async throws -> Result
) async throws -> Result {
  Lab.goAroundProxies
  let sandbox = try await KeystoneSandbox.start(configuration)
  let transport: CurlTransport
  let result: Result
  do {
    transport = try CurlTransport(configuration: CurlConfiguration())
    let lab = Lab(
      sandbox: sandbox,
      directory: try TemporaryDirectory(),
      outsider: KeystoneClient(
        endpoint: sandbox.adminURL,
        authentication: .token(Secret(configuration.adminToken)),
        transport: transport
      ),
      environment: [
        "OS_SERVICE_TOKEN": configuration.adminToken, "OS_SERVICE_ENDPOINT": sandbox.adminURL,
      ]
    )
    result = try await body(lab)
  } catch {
    await sandbox.stop()
    throw error
  }
  transport.shutdown()
  await sandbox.stop()
  return result
}

extension Lab {
  /// Keeps requests to this machine away from a proxy of whoever runs the tests; once, and only
  /// where there is one.
  fileprivate static let goAroundProxies: Void = {
    let names = ["http_proxy", "all_proxy", "ALL_PROXY"]
    if names.contains(where: { getenv($0) != nil }) { setenv("no_proxy", "127.0.0.1", 1) }
  }()
}

extension Lab.Run {
  /// The requests that change something, as `METHOD PATH` with a `*` for every ID.
  var writes: [String] {
    requests.filter { request in
      !["GET", "HEAD"].contains(request.method)
        && !(request.method == "POST" && Self.logins.contains(request.path))
    }.map(\.summary)
  }

  private static let logins = ["/v2.0/tokens", "/v3/auth/tokens"]

  /// How often each request was sent.
  var counts: [String: Int] {
    requests.reduce(into: [:]) { counts, request in counts[request.summary, default: 0] += 1 }
  }

  /// What standard error has besides why nothing happened for a while.
  var complaints: String {
    let lines = error.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { !$0.hasPrefix("waiting for Keystone, ") }.joined(separator: "\n")
  }

  /// All that a person or a log gets to see.
  var shown: String { output + error }
}

extension RecordedRequest {
  /// `METHOD PATH` with a `*` for every ID.
  fileprivate var summary: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.utf8.count == 32 && part.allSatisfy(\.isHexDigit) ? "*" : String(part)
    }
    return "\(method) \(parts.joined(separator: "/"))"
  }
}

/// A file of this repository.
func contentOfProjectFile(_ path: String) throws -> String {
  let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  let url = URL(filePath: "/\(root)/\(path)")
  return String(decoding: try Data(contentsOf: url), as: UTF8.self)
}
