import ArgumentParser
import Convergence
import IdentityModel
import Reconciliation
import SeedFormat

/// What plan and apply may be told about planning.
struct PlanningOptions: ParsableArguments {
  @Flag(help: "Delete live objects that the seed does not mention; see --max-delete.")
  var prune = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many objects of each kind may be deleted; without it, a third of what is live, or 1.",
      valueName: "n"
    )
  )
  var maxDelete: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many requests are in flight at a time.", valueName: "n")
  )
  var parallelism = 8

  @OptionGroup var passwords: PasswordOptions

  @Flag(
    help: ArgumentHelp(
      "Set the seed's passwords of users who are locked after failed logins.",
      discussion: """
        That unlocks them. Whether the password was right cannot be told, so that it ends their \
        sessions in any case.
        """
    )
  )
  var unlock = false

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Look at these only: \(ResourceKind.allCases.map(\.plural).joined(separator: ", ")), or users=NAME.",
      discussion: """
        Tenants may be called projects, as over v3. An assignment has the name of its user, a limit \
        that of its project or domain, an endpoint and a registered limit that of their service; type/name is \
        one too.
        """,
      valueName: "kind[=name],..."
    ),
    completion: .custom { arguments, index, _ in
      KindList.completions(of: arguments.indices.contains(index) ? arguments[index] : "")
    }
  )
  var onlyLists: [KindList] = []

  /// What is looked at, as all of ``onlyLists`` say; nil for everything.
  var only: KindList? {
    get { KindList(joining: onlyLists) }
    set { onlyLists = newValue.map { [$0] } ?? [] }
  }

  @OptionGroup var region: RegionOption

  @Option(
    help: ArgumentHelp("Give a variable of the seed another value.", valueName: "name=value")
  )
  var set: [VariableSetting] = []

  func validate() throws {
    if parallelism < 1 {
      throw ValidationError("--parallelism must be at least 1.")
    }
    if let maxDelete, maxDelete < 0 {
      throw ValidationError("--max-delete must be at least 0.")
    }
    if unlock, passwords.noVerifyPasswords {
      throw ValidationError(
        "--unlock and --no-verify-passwords exclude each other: a login tells who is locked."
      )
    }
    if unlock, !kinds.contains(.user) {
      throw ValidationError("--unlock is about users, which --only leaves out.")
    }
  }

  /// Which objects of the kinds are looked at.
  var scope: PlanScope {
    PlanScope(regions: region.region?.names, names: only?.names ?? [:])
  }

  private var kinds: Set<ResourceKind> { only?.kinds ?? Set(ResourceKind.allCases) }

  /// Whether users are logged in as, for which all passwords are needed.
  var checksPasswords: Bool { passwords.areChecked && kinds.contains(.user) }

  var convergence: ConvergenceOptions {
    ConvergenceOptions(
      plan: PlanOptions(
        kinds: kinds,
        scope: scope,
        prunes: prune,
        maximumDeletions: maxDelete
      ),
      parallelism: parallelism,
      checksPasswords: passwords.areChecked,
      checksReadOnlyUsers: passwords.verifyPasswords,
      unlocks: unlock,
      unsayable: SeedDump.leftOut
    )
  }
}

/// The value of `--set`.
struct VariableSetting: ExpressibleByArgument, Hashable, Codable {
  let name: String
  let value: String

  init?(argument: String) {
    guard let separator = argument.firstIndex(of: "="), separator != argument.startIndex else {
      return nil
    }
    name = String(argument[..<separator])
    value = String(argument[argument.index(after: separator)...])
  }
}
