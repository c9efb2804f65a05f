import ArgumentParser
import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Reconciliation
import SeedFormat

/// `keystone-seed dump`: the live cloud as a seed.
struct DumpCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Write what the Keystone holds as a seed, to adopt a cloud that a script made.",
    discussion: """
      The seed is valid, and its plan on this cloud is empty. Passwords cannot be read back: the \
      seed takes them from variables that its first lines list. What a seed cannot say, such as \
      services that are there twice, is in comments at its end; over v3 these are also roles of \
      the default domain, and what projects, roles and users have beside what a seed knows.
      """
  )

  @Option(
    help: ArgumentHelp(
      "Write the seed to this file instead of the screen; - is standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "Declare no passwords: those of the users are left alone.",
      discussion:
        "For many users. Such a seed cannot make them anew. Of users who live in LDAP none is declared."
    )
  )
  var noPasswords = false

  @OptionGroup var region: RegionOption

  @Flag(help: "Replace the file of --output even if it is no dump, edited or read-only.")
  var force = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many requests are in flight at a time.", valueName: "n")
  )
  var parallelism = 8

  @Flag(help: "No colour, not even on a terminal. NO_COLOR says the same.")
  var noColor = false

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    if parallelism < 1 {
      throw ValidationError("--parallelism must be at least 1.")
    }
  }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: parallelism)
    let dump: SeedDump?
    let address: String
    switch try await connector.connectIdentity() {
    case .v2(let connection):
      address = connection.address
      let backend = V2Backend(client: connection.client)
      dump = try await seed(of: backend, at: address, connection.retrier) { [] }
    case .v3(let connection):
      address = connection.address
      let client = connection.client
      let domainID = BackendConnection.defaultDomainID
      let listed = V3Listed()
      let reader = V3UnsayableReader(
        client: client,
        domainID: domainID,
        parallelism: parallelism
      )
      let backend = V3Backend(client: client, domainID: domainID, listed: listed)
      dump = try await seed(of: backend, at: address, connection.retrier) {
        try await connection.retrier.asking { () async throws(KeystoneError) in
          try await reader.read(beside: listed)
        }
      }
    }
    guard let dump else {
      throw DumpError.nothingToSay(address: address)
    }
    let text = StampedText.stamped(dump.text)
    if let output {
      try OutputFile(path: output, kind: .dump, isForced: force).write(text, in: context)
    } else {
      context.emit(text)
    }
    if dump.leftOutCount > 0 {
      let objects = dump.leftOutCount == 1 ? "1 object is" : "\(dump.leftOutCount) objects are"
      context.warn("\(objects) left out, since a seed cannot say it; see the seed's last lines")
    }
    for doubt in dump.doubts { context.warn("it is not known \(doubt)") }
    return .success
  }

  private func seed(
    of backend: any IdentityBackend,
    at address: String,
    _ retrier: Retrier,
    others: () async throws -> [UnsayableObject]
  ) async throws -> SeedDump? {
    let reader = CloudReader(backend: backend, parallelism: parallelism, retrier: retrier)
    var live = try await reader.read()
    if let regions = region.region?.names {
      try ScopeError.check(regions, in: live)
      live.regions.removeAll { !regions.contains($0.value.name.name) }
      live.endpoints.removeAll { $0.region.map { !regions.contains($0) } ?? true }
      live.strayInterfaces.removeAll { $0.region.map { !regions.contains($0) } ?? true }
    }
    let others = try await others()
    return SeedDump(
      live,
      address: address,
      declaresPasswords: !noPasswords,
      memberRole: backend.capabilities.defaultTenantRole?.name,
      saysMore: !backend.capabilities.groupsEndpoints,
      saysProjects: backend.capabilities.name == IdentityVersion.v3.rawValue,
      others: others
    )
  }
}
