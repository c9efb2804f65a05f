import Glibc
import KeystoneSandbox
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite("Others on the same machine get no secret out of the program's process")
struct ProcessPrivacyTests {
  private static let token = "t0ken-on-the-command-line"

  @Test(arguments: [
    (["apply", "--os-token", token, "seed"], ["apply", "--os-token", "x", "seed"]),
    (["apply", "--os-token=\(token)"], ["apply", "--os-token=x"]),
    (["--os_token", token, "--os_token=\(token)"], ["--os_token", "x", "--os_token=x"]),
    (["--os-token", "--os-token", "seed"], ["--os-token", "x", "seed"]),
    (["--os-token"], ["--os-token"]), (["--os-tokens", "many"], ["--os-tokens", "many"]),
  ])
  func `tokens are overwritten in the arguments`(typed: [String], left: [String]) {
    var arguments = typed.map { strdup($0) }
    defer { arguments.forEach { free($0) } }
    let count = arguments.count
    arguments.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      ProcessPrivacy.hideSecrets(in: start, count: count)
    }
    let texts = arguments.map { argument in argument.map { String(cString: $0) } ?? "" }
    // However long they were.
    #expect(texts.map { $0.replacing(/x+$/, with: "x") } == left)
  }

  @Test func `a process list shows the command and no token`() async throws {
    let seen = Mutex("")
    let ambush = Ambush { victim in seen.withLock { $0 = Self.commandLine(of: victim) } }
    try await withAmbush(ambush) { lab in
      let run = try ProgramProcess(
        ["plan", "--os-token", Self.token, "--os-endpoint", lab.sandbox.adminURL],
        in: lab,
        environment: ["OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": ""]
      )
      ambush.aim(at: run.id)
      #expect(try await run.ending.exitStatus == 0)
    }
    let shown = seen.withLock(\.self)
    #expect(shown.contains("keystone-seed plan --os-token xxx"))
    #expect(!shown.contains(Self.token))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT, SIGILL])
  func `a crash leaves no core file and shows nothing`(signal: Int32) async throws {
    let ambush = Ambush { Ambush.end($0, by: signal) }
    try await withAmbush(ambush) { lab in
      let secrets = [
        "NOVA_PASSWORD": SmallCloud.password, "SWIFT_BACKTRACE": "enable=yes,color=no",
      ]
      let run = try ProgramProcess(["apply"], in: lab, environment: secrets)
      ambush.aim(at: run.id)
      let ending = try await run.ending
      #expect(ending.signal == signal)
      #expect(!ending.hasDumpedCore)
      #expect(ending.output.isEmpty)
      #expect(ending.error.isEmpty)
      let names = try lab.directory.names
      #expect(names == ["keystone-seed.yaml"])
    }
  }

  private func withAmbush(
    _ ambush: Ambush,
    _ body: (Lab) async throws -> Void
  ) async throws {
    let configuration = SandboxConfiguration(
      adminToken: Self.token,
      recordLine: ambush.requestCame
    )
    try await withLab(configuration) { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = SmallCloud.password
      try lab.declare(SmallCloud.seed)
      ambush.arm(1)
      try await body(lab)
    }
  }

  private static func commandLine(of process: pid_t) -> String {
    let bytes = (try? InputFile.read("/proc/\(process)/cmdline")) ?? []
    return String(decoding: bytes.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
