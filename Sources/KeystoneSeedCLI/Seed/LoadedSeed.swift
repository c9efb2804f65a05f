import IdentityModel
import SeedFormat

/// A seed that is fit to be planned: valid, resolved, its passwords read.
struct LoadedSeed {
  let desired: DesiredState
  /// Where it came from: an absolute path, or `-`.
  let origin: String

  /// Reads, checks and resolves a seed; every problem is shown, not only the first.
  ///
  /// - Parameters:
  ///   - argument: What the command line names as the seed, if anything.
  ///   - variables: What `--set` gives.
  ///   - readsPasswords: Whether the passwords are needed; else only that there are some is known,
  ///     and they must not be sent.
  ///   - context: Where to read, and where to show problems.
  /// - Returns: The seed.
  /// - Throws: ``SeedLocationError``, ``InputFileError``, or ``InvalidSeed`` once its problems were
  ///   shown.
  static func load(
    _ argument: String?,
    variables: [VariableSetting],
    readsPasswords: Bool = true,
    in context: CommandContext
  ) async throws -> LoadedSeed {
    let location = try SeedLocation.find(argument, in: context)
    let reading = try read(location, variables: variables, in: context)
    show(reading.diagnostics, in: context)
    guard var desired = reading.desired else { throw InvalidSeed() }
    desired.passwords =
      readsPasswords
      ? try await passwords(from: reading.passwordSources, file: location.name, in: context)
      : reading.passwordSources.mapValues { _ in Secret("") }
    return LoadedSeed(desired: desired, origin: origin(of: location, in: context))
  }

  /// Reads and checks a seed without reading its passwords.
  static func read(
    _ location: SeedLocation,
    variables: [VariableSetting],
    in context: CommandContext
  ) throws(InputFileError) -> SeedReading {
    let text = try location.read(in: context)
    return Seed.load(
      text.bytes,
      file: text.name,
      directory: text.directory,
      overrides: variables.map { ($0.name, $0.value) },
      environment: context.environment.variables
    )
  }

  /// Reads the passwords that a seed names.
  ///
  /// - Throws: ``InvalidSeed`` once all that could not be read was shown.
  static func passwords(
    from sources: [Name: Located<SecretSource>],
    file: String,
    in context: CommandContext
  ) async throws(InvalidSeed) -> [Name: Secret] {
    let reader = SecretReader(environment: context.environment)
    do throws(SecretErrors) {
      return try await reader.read(sources.mapValues(\.value))
    } catch {
      show(error, sources, file: file, in: context)
      throw InvalidSeed()
    }
  }

  /// Shows what is wrong with a seed, a line each, on standard error.
  static func show(_ diagnostics: [SeedDiagnostic], in context: CommandContext) {
    for diagnostic in diagnostics {
      context.emit(TerminalText.harmless("\(diagnostic)") + "\n", to: .error)
    }
  }

  private static func show(
    _ errors: SecretErrors,
    _ sources: [Name: Located<SecretSource>],
    file: String,
    in context: CommandContext
  ) {
    let found = errors.errors.compactMap { user, error in
      sources[user].map { (location: $0.location, user: user, error: error) }
    }
    let diagnostics = found.sorted { $0.location < $1.location }.map { entry in
      SeedDiagnostic(
        .error,
        file: file,
        location: entry.location,
        message: "no password for user \(entry.user): \(entry.error.words)"
      )
    }
    show(diagnostics, in: context)
  }

  private static func origin(of location: SeedLocation, in context: CommandContext) -> String {
    switch location {
    case .standardInput: "-"
    case .file(let path): context.absolutePath(path)
    }
  }
}

/// A seed with problems, all of which were shown already.
struct InvalidSeed: Error, Hashable {}
