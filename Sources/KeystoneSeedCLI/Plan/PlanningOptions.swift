import ArgumentParser
import Convergence
import IdentityModel
import KeystoneClient
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
    help: ArgumentHelp(
      "Look at these kinds only: roles, tenants, users, assignments, services, endpoints.",
      discussion: "Tenants may be called projects, as over v3.",
      valueName: "kind[,kind]"
    ),
    completion: .custom { arguments, index, _ in
      KindList.completions(of: arguments.indices.contains(index) ? arguments[index] : "")
    }
  )
  var only: KindList?

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

  private var kinds: Set<ResourceKind> { only?.kinds ?? Set(ResourceKind.allCases) }

  /// Whether users are logged in as, for which all passwords are needed.
  var checksPasswords: Bool { passwords.areChecked && kinds.contains(.user) }

  var convergence: ConvergenceOptions {
    ConvergenceOptions(
      plan: PlanOptions(
        kinds: kinds,
        prunes: prune,
        maximumDeletions: maxDelete
      ),
      parallelism: parallelism,
      checksPasswords: passwords.areChecked,
      checksReadOnlyUsers: passwords.verifyPasswords,
      unlocks: unlock,
      unsayable: SeedDump.leftOutIDs
    )
  }
}

/// The value of `--only`: kinds with commas between them, in singular or plural.
struct KindList: ExpressibleByArgument, Hashable {
  let kinds: Set<ResourceKind>

  init(_ kinds: Set<ResourceKind>) {
    self.kinds = kinds
  }

  init?(argument: String) {
    var kinds: Set<ResourceKind> = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let named = ResourceKind.allCases.filter { $0.isCalled(String(word)) }
      guard !named.isEmpty else { return nil }
      kinds.formUnion(named)
    }
    self.kinds = kinds
  }

  /// Completions of a list being typed: each with one more kind.
  static func completions(of word: String) -> [String] {
    let end = word.lastIndex(of: ",").map { word.index(after: $0) } ?? word.startIndex
    let begun = word[..<end]
    let named = KindList(argument: String(begun.dropLast()))?.kinds ?? []
    return ResourceKind.allCases.filter { !named.contains($0) }.map { "\(begun)\($0.plural)" }
  }
}

extension ResourceKind {
  /// Whether a version of the API has that word for one or several of them.
  fileprivate func isCalled(_ word: String) -> Bool {
    IdentityVersion.allCases.contains { version in
      word == noun(over: version.rawValue) || word == nouns(over: version.rawValue)
    }
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
