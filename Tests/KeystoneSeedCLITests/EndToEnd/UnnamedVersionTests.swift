import KeystoneClient
import KeystoneSandbox
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite("An address that names no version of the API")
struct UnnamedVersionTests {
  private static let seed = "roles: [operator]\ntenants: {service: }\n"

  /// Gives a test a Keystone that is bootstrapped, and the environment of its admin at a root.
  private func withAdmin(
    _ release: SandboxRelease,
    path: String = "",
    _ body: (inout Lab) async throws -> Void
  ) async throws {
    let configuration = SandboxConfiguration(release: release, adminPassword: "s3cret")
    try await withLab(configuration) { lab in
      var lab = lab
      lab.environment = [
        "OS_USERNAME": "admin", "OS_PASSWORD": "s3cret", "OS_TENANT_NAME": "admin",
        "OS_AUTH_URL": Self.root(of: lab) + path,
      ]
      try lab.declare(Self.seed)
      try await body(&lab)
    }
  }

  private static func root(of lab: Lab) -> String {
    KeystoneRoot.of(lab.sandbox.publicURL)
  }

  @Test("is that of v3 where it is served", arguments: [SandboxRelease.pike, .zed, .current])
  func v3(release: SandboxRelease) async throws {
    try await withAdmin(release) { lab in
      let run = await lab.run("apply")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("changes to \(Self.root(of: lab))/v3:\n"), "\(run.output)")
      #expect(run.output.contains("  + project service\n"), "\(run.output)")
      #expect(run.requests.first?.path == "/")
      #expect(run.requests.dropFirst().allSatisfy { $0.path.hasPrefix("/v3/") })
      let again = await lab.run("plan")
      #expect(again.output.hasPrefix("No changes."), "\(again.output)")
      let spoken = " Identity v3, at \(Self.root(of: lab))/v3.\n"
      #expect(again.output.hasSuffix(spoken), "\(again.output)")
      let named = await lab.run("plan", environment: ["OS_IDENTITY_API_VERSION": "3"])
      #expect(named.output == again.output.replacing(spoken, with: "\n"), "\(named.output)")
      #expect(again.requests.count == named.requests.count + 1)
    }
  }

  @Test("is any that leads there", arguments: ["/", "//"])
  func slashes(path: String) async throws {
    try await withAdmin(.current, path: path) { lab in
      let run = await lab.run("plan")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.requests.first?.path == "/")
    }
  }

  @Test("is v2.0's where the server has nothing else")
  func v2() async throws {
    try await withAdmin(.pike) { lab in
      lab.wrapTransport = { OtherList($0, of: ["v2.0"]) }
      let run = await lab.run("apply")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("  + tenant service\n"), "\(run.output)")
      let again = await lab.run("plan")
      #expect(again.output.contains("Identity v2.0, at http://127.0.0.1:"), "\(again.output)")
    }
  }

  @Test("is v2.0's where the v3 beside it is older than what is needed")
  func early() async throws {
    try await withAdmin(.pike) { lab in
      lab.wrapTransport = { OtherList($0, of: ["v3.0", "v2.0"]) }
      let run = await lab.run("plan")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("  + tenant service\n"), "\(run.output)")
    }
  }

  @Test("is that of a token as well")
  func token() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed)
      let root = KeystoneRoot.of(lab.sandbox.adminURL)
      let run = await lab.run("apply", environment: ["OS_SERVICE_ENDPOINT": root])
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("changes to \(root)/v3:\n"), "\(run.output)")
      // What either version has made is there for the other.
      let over2 = await lab.run("plan")
      #expect(over2.output.hasPrefix("No changes."), "\(over2.output)")
    }
  }

  @Test(
    "may have a path before the version",
    arguments: ["/identity", "/keystone/", "/some/where/v3"]
  )
  func path(path: String) async throws {
    try await withAdmin(.current, path: path) { lab in
      lab.wrapTransport = { BelowPath($0, path.replacing("/v3", with: "")) }
      let run = await lab.run("apply")
      #expect(run.status == .success, "\(run.error)")
    }
  }

  @Test("leads to no other host, whatever the list of versions says")
  func otherHost() async throws {
    try await withAdmin(.pike) { lab in
      let hosts = Hosts()
      lab.wrapTransport = {
        WatchedHosts(OtherList($0, of: ["v3.8", "v2.0"], at: "http://evil.example.com/x"), hosts)
      }
      let run = await lab.run("plan")
      #expect(run.status == .success, "\(run.error)")
      #expect(hosts.seen.allSatisfy { $0.hasPrefix("http://127.0.0.1:") }, "\(hosts.seen)")
    }
  }

  @Test("is waited for with all that it takes to find the version")
  func waits() async throws {
    try await withAdmin(.current) { lab in
      let starting = Fault.Effect.status(503, contentType: "text/html", body: "<html></html>")
      lab.sandbox.faults.add(.before("GET", "*", times: 8, starting))
      #expect(await lab.run("plan").status == .failure)
      lab.sandbox.faults.removeAll()
      lab.sandbox.faults.add(.before("GET", "*", times: 8, starting))
      let run = await lab.run("plan", "--wait", "60")
      #expect(run.status == .success, "\(run.error)")
      // The answer that ends the wait says what there is.
      #expect(run.requests.count { $0.path == "/" } == 9)
    }
  }

  @Test("that is another service's is said to be one, with what it offers")
  func otherService() async throws {
    try await withAdmin(.current) { lab in
      lab.wrapTransport = { _ in
        CannedTransport(300, #"{"versions": [{"id": "v2.1"}, {"id": "v2.0"}]}"#)
      }
      let run = await lab.run("plan")
      #expect(run.status == .failure)
      #expect(
        run.error.contains(
          "/: the answer is another service's list of versions, not Keystone's: v2.1, v2.0\n"
        ),
        "\(run.error)"
      )
    }
  }

  @Test("of a Keystone that has neither version is said to be one")
  func neither() async throws {
    try await withAdmin(.current) { lab in
      lab.wrapTransport = { OtherList($0, of: ["v4.0"]) }
      let run = await lab.run("plan")
      #expect(run.status == .failure)
      #expect(run.error.contains(" offers v4.0 only\n"), "\(run.error)")
      #expect(run.error.contains("keystone-seed speaks v3 and v2.0."))
    }
  }

  @Test("shows with --debug what was found, and what is assumed")
  func debug() async throws {
    try await withAdmin(.pike) { lab in
      let run = await lab.run("plan", "--debug")
      let root = Self.root(of: lab)
      #expect(run.error.contains("* \(root) offers v2.0, v3.8: v3 is spoken\n"), "\(run.error)")
      #expect(
        run.error.contains("* the user admin: no domain is given, the default one is meant\n")
      )
    }
  }

  @Test(
    "does for every command on a Keystone of both",
    arguments: ["user-list", "verify", "catalog"]
  )
  func commands(command: String) async throws {
    try await withAdmin(.pike) { lab in
      _ = await lab.run("apply")
      let run = await lab.run(command)
      #expect(run.status == .success, "\(run.error)")
    }
  }

  @Test("is logged in at over v3, and a refused login says as whom and for what")
  func refusedLogin() async throws {
    try await withAdmin(.current) { lab in
      let run = await lab.run(
        "plan",
        environment: ["OS_PASSWORD": "wr0ng", "OS_PROJECT_DOMAIN_NAME": "corp"]
      )
      #expect(run.status == .failure)
      #expect(
        run.error.contains(
          """
            It was the login of the user admin of the default domain (none is given), for the \
          project admin of the domain corp.

          """
        ),
        "\(run.error)"
      )
      #expect(run.error.contains("Keystone does not say which."))
      #expect(!run.error.contains("wr0ng"))
    }
  }
}

private enum KeystoneRoot {
  /// An address without its version.
  static func of(_ address: String) -> String {
    address.replacing("/v2.0", with: "").replacing("/v3", with: "")
  }
}

/// A Keystone whose list of versions is another one.
private struct OtherList: HTTPTransport {
  let transport: any HTTPTransport
  let list: String

  init(_ transport: any HTTPTransport, of ids: [String], at host: String = "http://k") {
    self.transport = transport
    let values = ids.map { id in
      let version = id.hasPrefix("v3") ? "v3" : "v2.0"
      return #"{"id": "\#(id)", "links": [{"rel": "self", "href": "\#(host)/\#(version)/"}]}"#
    }
    list = #"{"versions": {"values": [\#(values.joined(separator: ", "))]}}"#
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard request.url.split(separator: "/").count == 2 else {
      return try await transport.send(request)
    }
    return try await CannedTransport(300, list).send(request)
  }
}

/// Answers the same to everything.
private struct CannedTransport: HTTPTransport {
  let response: HTTPResponse

  init(_ status: Int, _ body: String) {
    response = HTTPResponse(
      status: status,
      headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array(body.utf8)
    )
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse { response }
}

/// A proxy that takes a path away, and knows of nothing beside it.
private struct BelowPath: HTTPTransport {
  let transport: any HTTPTransport
  let path: String

  init(_ transport: any HTTPTransport, _ path: String) {
    self.transport = transport
    self.path = path.last == "/" ? String(path.dropLast()) : path
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard request.url.contains(path + "/") else {
      return try await CannedTransport(404, "{}").send(request)
    }
    var inner = request
    inner.url = request.url.replacing(path + "/", with: "/", maxReplacements: 1)
    return try await transport.send(inner)
  }
}

private final class Hosts: Sendable {
  private let servers = Mutex<Set<String>>([])
  var seen: Set<String> { servers.withLock { $0 } }

  func note(_ server: String) {
    servers.withLock { _ = $0.insert(server) }
  }
}

/// Keeps the hosts that are asked.
private struct WatchedHosts: HTTPTransport {
  let transport: any HTTPTransport
  let hosts: Hosts

  init(_ transport: any HTTPTransport, _ hosts: Hosts) {
    self.transport = transport
    self.hosts = hosts
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    hosts.note(request.url)
    return try await transport.send(request)
  }
}
