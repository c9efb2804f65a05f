import ArgumentParser
import Glibc
import KeystoneSandbox

/// `keystone-sandbox`: an Identity server to try things on.
@main
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keystone-sandbox",
    abstract:
      "An embedded Keystone (Identity v2.0 and v3) on loopback, to try things without a cloud.",
    discussion: """
      It keeps everything in memory, and forgets it at the end. When it is ready it says its URLs \
      on standard output. SIGTERM and Ctrl-C end it.

      It starts empty, or, with --admin-password, with what `keystone-manage bootstrap` makes: the \
      project and the user admin in the domain default, the roles, and the catalog's entry of \
      Keystone itself, in RegionOne.

      Releases: pike is Keystone 12 of 2017, with v2.0 and v3 over the same data, and two ports. 22 \
      (2022) and 30 (2026) have v3 alone, on one port. Lists of 30 end at 1,000 rows.

      \(FaultSpecification.help)
      """
  )

  @Option(help: "Whose rules it has: pike, 22 or 30.", transform: Self.release(named:))
  var release = SandboxRelease.pike

  @Option(help: "One port for all of it on 127.0.0.1; 0 for any that is free.")
  var port: Int?

  @Option(help: "Password of the user admin, whom bootstrap makes with all that he needs.")
  var adminPassword: String?

  @Option(help: "Port of the public API on 127.0.0.1; 0 for any that is free.")
  var publicPort = 5000

  @Option(help: "Port of the admin API on 127.0.0.1; 0 for any that is free.")
  var adminPort = 35357

  @Flag(help: "Serve both APIs on the admin port; admin routes win.")
  var singlePort = false

  @Option(help: "The token that opens the admin API (default: ADMIN for pike, else none).")
  var adminToken: String?

  @Option(help: "How long a token is good, in seconds.")
  var tokenLifetime = 3600

  @Option(help: "Failed logins in a row that lock an account, as lockout_failure_attempts does.")
  var lockoutFailureAttempts: Int?

  @Option(help: "How long a lock holds, in seconds, as lockout_duration does; 0 for ever.")
  var lockoutDuration = 1800

  @Flag(help: "Passwords that an administrator sets must be changed, by their user, over v3.")
  var changePasswordUponFirstUse = false

  @Option(help: "How many rows a list of v3 has at most, as list_limit does.")
  var listLimit: Int?

  @Option(help: "How many rows release 30 reads for one answer, as max_db_limit does.")
  var maxDbLimit = 1000

  @Flag(help: "Names that differ by case, accents or blanks at the end are the same.")
  var namesAsMariadb = false

  @Option(
    help: "Append every request to a file, one line of JSON each, tokens and passwords left out."
  )
  var record: String?

  @Option(
    help: ArgumentHelp("What goes wrong on purpose; may be given again.", valueName: "spec"),
    transform: FaultSpecification.init
  )
  var fault: [FaultSpecification] = []

  func validate() throws {
    for port in [publicPort, adminPort, port ?? 0] where !(0...65535).contains(port) {
      throw ValidationError("a port is a number from 0 to 65535, not \(port)")
    }
    guard adminToken != "" else { throw ValidationError("the admin token must not be empty") }
    guard release == .pike || adminToken != nil || adminPassword != nil else {
      throw ValidationError("nobody could log in: give --admin-password")
    }
    guard tokenLifetime > 0 else { throw ValidationError("a token must live a second at least") }
    guard listLimit ?? 1 > 0, maxDbLimit > 0 else {
      throw ValidationError("a list has a row at least")
    }
    guard lockoutFailureAttempts ?? 1 > 0, lockoutDuration >= 0 else {
      throw ValidationError("a lock takes a failed login at least, and no less than no time")
    }
  }

  private static func release(named name: String) throws -> SandboxRelease {
    guard let release = SandboxRelease(rawValue: name) else {
      throw ValidationError("a release is pike, 22 or 30, not '\(name)'")
    }
    return release
  }

  func run() async throws {
    let signals = await TerminationSignals()
    let log = try record.map(RequestLog.init)
    let sandbox = try await start(log)
    emit(
      release == .pike
        ? "keystone-sandbox: admin \(sandbox.adminURL) public \(sandbox.publicURL) ready\n"
        : "keystone-sandbox: \(sandbox.version3URL) ready\n"
    )
    await signals.wait()
    await sandbox.stop()
  }

  private func start(_ log: RequestLog?) async throws -> KeystoneSandbox {
    var configuration = SandboxConfiguration(
      release: release,
      publicPort: port ?? publicPort,
      adminPort: port ?? adminPort,
      singlePort: singlePort || port != nil,
      adminToken: adminToken,
      adminPassword: adminPassword,
      tokenLifetime: tokenLifetime,
      lockoutFailureAttempts: lockoutFailureAttempts,
      lockoutDuration: lockoutDuration,
      changePasswordUponFirstUse: changePasswordUponFirstUse,
      listLimit: listLimit,
      databaseLimit: maxDbLimit,
      comparesNamesAsMariaDB: namesAsMariadb,
      faults: fault.map(\.fault),
      keepsRequests: false
    )
    if let log {
      configuration.recordLine = { log.append($0) }
    }
    do throws(SandboxError) {
      return try await KeystoneSandbox.start(configuration)
    } catch {
      throw Failure(error)
    }
  }

  /// Writes to standard output at once, whether it is a terminal or not.
  private func emit(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
