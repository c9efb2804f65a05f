import IdentityModel
import KeystoneClient
import SeedFormat
import Texts

/// Whose credentials are wanted and from which seed, as the command's arguments have it.
struct CredentialsSource {
  /// A seed that is valid, its passwords not read yet.
  struct ReadSeed {
    let desired: DesiredState
    let passwordSources: [QualifiedName: Located<SecretSource>]
    let files: [String]
  }

  var user: QualifiedName?
  /// Nil where a user is named and there is no seed in the usual places.
  var seed: ReadSeed?

  /// Understands the arguments.
  ///
  /// A word alone is the seed if it looks like a path: `-`, with a slash, or ending in `.yaml`. Else
  /// it is a user that the usual seed declares, else a file, or a directory with some, that is there.
  /// What is both is neither.
  static func find(
    user word: String?,
    seed: [String],
    variables: [VariableSetting],
    in context: CommandContext
  ) throws -> CredentialsSource {
    func read(_ seed: [String]) throws -> ReadSeed {
      try ReadSeed(try SeedLocation.find(seed, in: context), variables, in: context)
    }
    guard let word, seed.isEmpty else {
      return CredentialsSource(user: word.map { QualifiedName($0) }, seed: try read(seed))
    }
    if looksLikeSeed(word) { return CredentialsSource(user: nil, seed: try read([word])) }

    let user = QualifiedName(word)
    let isThere = SeedFiles.areThere(word, in: context)
    guard let usual = usualLocation(in: context) else {
      return isThere
        ? CredentialsSource(user: nil, seed: try read([word]))
        : CredentialsSource(user: user, seed: nil)
    }
    let usualSeed = try ReadSeed(usual, variables, in: context)
    switch (usualSeed.declares(user), isThere) {
    case (true, true): throw CredentialsError.ambiguousArgument(word)
    case (false, true): return CredentialsSource(user: nil, seed: try read([word]))
    case (_, false): return CredentialsSource(user: user, seed: usualSeed)
    }
  }

  private static func looksLikeSeed(_ argument: String) -> Bool {
    argument == "-" || argument.contains("/")
      || [".yaml", ".yml"].contains { argument.hasSuffix($0) }
  }

  private static func usualLocation(in context: CommandContext) -> [SeedLocation]? {
    do throws(SeedLocationError) {
      return try SeedLocation.find([], in: context)
    } catch {
      return nil
    }
  }

  /// The user's password: from the seed's source, else typed at the terminal.
  func password(of user: QualifiedName, in context: CommandContext) async throws -> Secret {
    if let password = try await seed?.password(of: user, in: context) { return password }
    let prompt = "Password of \(TerminalText.harmless(user.description))"
    guard let typed = try context.readSecret(prompt) else {
      throw CredentialsError.noPassword(user: user)
    }
    return typed
  }
}

extension CredentialsSource.ReadSeed {
  /// Reads and checks the seed, and shows what is wrong with it.
  init(
    _ locations: [SeedLocation],
    _ variables: [VariableSetting],
    in context: CommandContext
  ) throws {
    let reading = try LoadedSeed.read(locations, variables: variables, in: context)
    LoadedSeed.show(reading.diagnostics, in: context)
    guard let desired = reading.desired else { throw InvalidSeed() }
    self.init(
      desired: desired,
      passwordSources: reading.passwordSources,
      files: reading.files
    )
  }

  /// Whether the seed has a user of that name.
  func declares(_ user: QualifiedName) -> Bool {
    desired.users.contains { $0.name.name == user.name }
  }

  /// Says what will keep the login from working, as far as the seed tells.
  func warn(about login: LoginPlace, in context: CommandContext) {
    let user = TerminalText.harmless(login.user.text)
    if desired.users.contains(where: { $0.name == login.user && $0.enabled == false }) {
      context.warn("the seed disables the user \(user), who cannot log in")
    }
    let hasRole = desired.assignments.contains {
      $0.user == login.user && $0.tenant == login.tenant
    }
    let isDefault = desired.users.contains {
      $0.name == login.user && $0.tenant == login.tenant
    }
    if desired.usersWithDeclaredRoles.contains(login.user), !hasRole, !isDefault {
      let kind = ResourceKind.tenant.noun(over: (login.authURL.version ?? .v2).rawValue)
      let tenant = TerminalText.harmless(login.tenant.text)
      context.warn("the seed gives \(user) no role in the \(kind) \(tenant)")
    }
  }

  /// Reads the user's password where the seed says where it is; the others' stay unread.
  fileprivate func password(of user: QualifiedName, in context: CommandContext) async throws
    -> Secret?
  {
    let source = passwordSources.filter { $0.key == user }
    return try await LoadedSeed.passwords(from: source, files: files, in: context)[user]
  }
}
