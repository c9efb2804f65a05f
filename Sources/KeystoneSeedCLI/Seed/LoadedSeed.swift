import IdentityModel
import KeystoneClient
import Reconciliation
import SeedFormat
import Texts

/// A seed that is fit to be planned: valid, resolved, its passwords read.
struct LoadedSeed {
  private(set) var desired: DesiredState
  /// Where its parts came from: absolute paths, or `-`.
  let origins: [String]
  /// Where the passwords are that were not read.
  private var unread: [QualifiedName: Located<SecretSource>] = [:]
  /// What is wrong where v2.0 is spoken.
  private let version3Words: [SeedDiagnostic]
  /// What looks wrong there.
  private let version2Warnings: [SeedDiagnostic]
  /// What its files are called in messages.
  private let files: [String]

  /// Reads, checks and resolves a seed; every problem is shown, not only the first.
  ///
  /// - Parameters:
  ///   - arguments: What the command line names as the seed.
  ///   - variables: What `--set` gives.
  ///   - scope: Whose passwords those are.
  ///   - readsPasswords: Whether the passwords are needed at once, but for first ones; else only that
  ///     there are some is known, until ``readPasswords(for:in:)`` reads those that a plan needs.
  ///   - advice: What to say after passwords that cannot be read, where the command goes without.
  ///   - context: Where to read, and where to show problems.
  /// - Returns: The seed.
  /// - Throws: ``SeedLocationError``, ``InputFileError``, or ``InvalidSeed`` once its problems were
  ///   shown.
  static func load(
    _ arguments: [String],
    variables: [VariableSetting],
    scope: PlanScope = .everything,
    readsPasswords: Bool = true,
    advice: String? = nil,
    in context: CommandContext
  ) async throws -> LoadedSeed {
    let locations = try SeedLocation.find(arguments, in: context)
    let reading = try read(locations, variables: variables, in: context)
    show(reading.diagnostics, in: context)
    guard var desired = reading.desired else { throw InvalidSeed() }
    // A first password is of no use to a user who is there already.
    let sources = reading.passwordSources
    let unread =
      readsPasswords
      ? sources.filter {
        desired.usersWithFirstPassword.contains($0.key) || !scope.contains(.user($0.key))
      } : sources
    let needed: [QualifiedName: Located<SecretSource>] =
      if !readsPasswords {
        [:]
      } else if unread.isEmpty {
        sources
      } else {
        sources.filter { unread[$0.key] == nil }
      }
    desired.passwords = try await passwords(
      from: needed,
      files: reading.files,
      advice: advice,
      in: context
    )
    desired.unreadPasswords = Set(unread.keys)
    return LoadedSeed(
      desired: desired,
      origins: locations.map { $0.origin(in: context) },
      unread: unread,
      version3Words: reading.version3Words,
      version2Warnings: reading.version2Warnings,
      files: reading.files
    )
  }

  /// Refuses a seed that asks for more than a version of the API can do, and warns of what not every
  /// Keystone that speaks it knows.
  ///
  /// - Parameters:
  ///   - backend: What the version is called, such as `v2.0`.
  ///   - context: Where to show that.
  /// - Throws: ``InvalidSeed`` once all of it was shown.
  func check(for backend: String, in context: CommandContext) throws(InvalidSeed) {
    guard backend == IdentityVersion.v2.rawValue else { return }
    Self.show(version2Warnings, in: context)
    guard !version3Words.isEmpty else { return }
    Self.show(version3Words, in: context)
    throw InvalidSeed()
  }

  /// Reads the passwords that a plan sends, of those that were not read.
  ///
  /// A run that creates no user and checks none goes without any: whoever has just adopted a cloud
  /// has not given the variables that its seed names.
  ///
  /// - Parameters:
  ///   - plan: What is to be done.
  ///   - context: Where to read, and where to show problems.
  /// - Throws: ``InvalidSeed`` once all that could not be read was shown.
  mutating func readPasswords(for plan: Plan, in context: CommandContext) async throws {
    let needed = unreadSources(for: plan)
    let read = try await Self.passwords(from: needed, files: files, in: context)
    for (name, password) in read {
      desired.passwords[name] = password
      desired.unreadPasswords.remove(name)
      unread[name] = nil
    }
    // A table keeps its room when it is emptied.
    if unread.isEmpty { unread = [:] }
  }

  /// What would keep ``readPasswords(for:in:)`` from reading them here, as far as that is known without
  /// reading any.
  ///
  /// - Parameters:
  ///   - plan: What is to be done.
  ///   - context: Where they would be read.
  /// - Returns: A note for each such password.
  func lackingPasswords(for plan: Plan, in context: CommandContext) -> [PlanNote] {
    let reader = Self.reader(in: context)
    return unreadSources(for: plan).compactMap { user, source in
      reader.obstacle(to: source.value).map { error in
        let location = source.location
        let place = "\(files[location.file]):\(location.line):\(location.column)"
        return .passwordLacking(user, reason: error.words, place: place)
      }
    }
  }

  private func unreadSources(for plan: Plan) -> [QualifiedName: Located<SecretSource>] {
    var sources: [QualifiedName: Located<SecretSource>] = [:]
    for change in plan.changes where change.sets(.password) {
      guard case .named(.user, let name) = change.key, let source = unread[name] else { continue }
      sources[name] = source
    }
    return sources
  }

  /// Reads and checks a seed without reading its passwords.
  static func read(
    _ locations: [SeedLocation],
    variables: [VariableSetting],
    in context: CommandContext
  ) throws -> SeedReading {
    Seed.load(
      try SeedFiles.read(locations, in: context),
      overrides: variables.map { ($0.name, $0.value) },
      environment: context.environment.variables
    )
  }

  private static func reader(in context: CommandContext) -> SecretReader {
    SecretReader(
      environment: context.environment,
      patience: { context.patience(for: $0.words) }
    )
  }

  /// Reads the passwords that a seed names, and says what is wrong or odd about each.
  ///
  /// - Throws: ``InvalidSeed`` once all that could not be read, or could not log in, was shown.
  static func passwords(
    from sources: [QualifiedName: Located<SecretSource>],
    files: [String],
    advice: String? = nil,
    in context: CommandContext
  ) async throws(InvalidSeed) -> [QualifiedName: Secret] {
    let reader = reader(in: context)
    let passwords: [QualifiedName: Secret]
    do throws(SecretErrors) {
      passwords = try await reader.read(sources.mapValues(\.value))
    } catch {
      show(error, sources, files: files, in: context)
      if let advice { context.emit(advice, to: .error) }
      throw InvalidSeed()
    }
    let findings = findings(in: passwords, sources, files: files)
    show(findings, in: context)
    guard findings.allSatisfy({ $0.severity != .error }) else { throw InvalidSeed() }
    return passwords
  }

  /// What Keystone would do with passwords that do not stand in the seed; of the others that was
  /// said when the seed was read.
  private static func findings(
    in passwords: [QualifiedName: Secret],
    _ sources: [QualifiedName: Located<SecretSource>],
    files: [String]
  ) -> [SeedDiagnostic] {
    let others = sources.filter { if case .literal = $0.value.value { false } else { true } }
    let inOrder = others.sorted { $0.value.location < $1.value.location }
    return inOrder.compactMap { user, source in
      let severity: SeedDiagnostic.Severity
      let words: String
      switch passwords[user].flatMap({ PasswordRule.finding(in: $0) }) {
      case .error(let message): (severity, words) = (.error, message)
      case .warning(let message): (severity, words) = (.warning, message)
      case nil: return nil
      }
      return SeedDiagnostic(
        severity,
        file: files[source.location.file],
        location: source.location,
        message: "user \(user): \(words)"
      )
    }
  }

  /// Shows what is wrong with a seed, a line each, on standard error; of very many the first ones,
  /// and errors rather than warnings.
  static func show(_ diagnostics: [SeedDiagnostic], in context: CommandContext) {
    let most = ErrorMessage.most
    var shown = diagnostics
    if diagnostics.count > most {
      let errors = diagnostics.filter { $0.severity == .error }
      shown = Array((errors.isEmpty ? diagnostics : errors).prefix(most))
    }
    for diagnostic in shown {
      context.emit(TerminalText.harmless("\(diagnostic)") + "\n", to: .error)
    }
    if shown.count < diagnostics.count {
      context.emit(ErrorMessage.more(diagnostics.count - shown.count), to: .error)
    }
  }

  private static func show(
    _ errors: SecretErrors,
    _ sources: [QualifiedName: Located<SecretSource>],
    files: [String],
    in context: CommandContext
  ) {
    let found = errors.errors.compactMap { user, error in
      sources[user].map { (location: $0.location, user: user, error: error) }
    }
    let diagnostics = found.sorted { $0.location < $1.location }.map { entry in
      SeedDiagnostic(
        .error,
        file: files[entry.location.file],
        location: entry.location,
        message: "no password for user \(entry.user): \(entry.error.words)"
      )
    }
    show(diagnostics, in: context)
  }
}

/// A seed with problems, all of which were shown already.
struct InvalidSeed: Error, Hashable {}
