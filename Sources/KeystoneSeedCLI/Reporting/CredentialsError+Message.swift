import IdentityModel

extension CredentialsError: WordedError {
  /// Where another option or argument is the remedy, the command was called wrongly.
  var exitStatus: ExitStatus {
    switch self {
    case .ambiguousArgument, .noUser, .noTenant, .severalRegions, .unknownRegion, .incomplete,
      .noIdentityEndpointThere, .profileIsOutput:
      .usage
    case .unknownUser, .noDefaultUser, .noIdentityEndpoint, .severalIdentityEndpoints, .noURL,
      .invalidURL, .noPassword, .holdsNUL, .otherClouds:
      .failure
    }
  }

  var message: ErrorMessage {
    switch self {
    case .ambiguousArgument(let word):
      let word = TerminalText.harmless(word)
      return ErrorMessage(
        "\(word) is a user of the seed, and a file as well",
        hints: ["For the user add --seed SEED; for the file write ./\(word)."]
      )
    case .unknownUser(let user, let users):
      return ErrorMessage("the seed has no user \(Self.shown(user))", hints: Self.users(users))
    case .noDefaultUser(let users):
      return ErrorMessage(
        "whose credentials? The seed has no one user with the role admin in the tenant admin",
        hints: Self.users(users)
      )
    case .noUser:
      return ErrorMessage("whose credentials?", hints: ["Name a user, or a seed to choose from."])
    case .noTenant(let user, let candidates):
      return ErrorMessage(
        candidates.isEmpty
          ? "the seed gives \(Self.shown(user)) no role in any tenant"
          : "the seed gives \(Self.shown(user)) roles in several tenants",
        hints: candidates.isEmpty
          ? ["Name one: --tenant."] : ["Name one: --tenant, of \(Self.list(candidates))."]
      )
    case .severalRegions(let regions):
      return ErrorMessage(
        "the seed has several regions",
        hints: ["Name one: --region, of \(Self.list(regions))."]
      )
    case .unknownRegion(let region, let regions):
      return ErrorMessage(
        "the seed has no endpoint in the region \(Self.shown(region))",
        hints: [regions.isEmpty ? "It has none at all." : "It has some in \(Self.list(regions))."]
      )
    case .noIdentityEndpoint:
      return ErrorMessage(
        "the seed has no endpoint of a service of the type identity",
        hints: [Self.authURLHint]
      )
    case .severalIdentityEndpoints:
      return ErrorMessage(
        "the seed has several endpoints of the type identity to log in at",
        hints: [Self.authURLHint]
      )
    case .noIdentityEndpointThere(let region, let regions):
      return ErrorMessage(
        "the seed has no endpoint of a service of the type identity in \(Self.shown(region))",
        hints: ["It has some in \(Self.list(regions)).", Self.authURLHint]
      )
    case .noURL(let interface, let region):
      return ErrorMessage(
        "the identity service has no \(interface.rawValue) URL in \(Self.shown(region))",
        hints: ["Choose another with --interface."]
      )
    case .invalidURL(let problem, let text):
      return ErrorMessage(
        "the URL to log in at\(text.map { ", \(TerminalText.harmless($0))," } ?? "") \(problem.words)",
        hints: [Self.authURLHint]
      )
    case .incomplete(let user, let missing):
      return ErrorMessage(
        "there is no seed to say where \(Self.shown(user)) logs in",
        hints: ["Name a seed, or give \(missing.joined(separator: " and "))."]
      )
    case .noPassword(let user):
      return ErrorMessage(
        "there is no password of \(Self.shown(user)): the seed names none, "
          + "and none was typed on a terminal"
      )
    case .holdsNUL:
      return ErrorMessage("a name or the password holds a character that no shell can (U+0000)")
    case .otherClouds(let path, let names):
      let others = names.map(TerminalText.harmless).joined(separator: ", ")
      return ErrorMessage(
        "\(TerminalText.harmless(path)) has other clouds in it, which would be lost: \(others)",
        hints: ["Leave --output out, and put the entry there by hand; or give --force."]
      )
    case .profileIsOutput(let path):
      return ErrorMessage("\(TerminalText.harmless(path)) cannot source itself")
    }
  }

  private static let authURLHint = "Say where to log in: --os-auth-url."

  private static func users(_ users: [QualifiedName]) -> [String] {
    [users.isEmpty ? "It has no users at all." : "Its users: \(list(users))."]
  }

  private static func list(_ names: [some ComparedName]) -> String {
    names.map { shown($0) }.joined(separator: ", ")
  }

  private static func shown(_ name: some ComparedName) -> String {
    TerminalText.harmless(name.description)
  }
}
