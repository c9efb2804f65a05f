import Convergence
import IdentityModel
import KeystoneClient

/// What verify found, in words that are harmless for a terminal.
enum VerifyWording {
  /// What came of a login.
  ///
  /// - Parameters:
  ///   - outcome: It.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: The words.
  static func text(of outcome: LoginCheck.Outcome, over backend: String) -> String {
    switch outcome {
    case .accepted(_, let gaps) where gaps.isEmpty: "ok"
    case .accepted(_, let gaps): "ok, but " + text(of: gaps)
    case .wrongPassword: "the seed's password is wrong"
    case .refused:
      "the login is refused: the seed's password is wrong, or the account is locked, which has the "
        + "same answer"
    case .userDisabled: "the user is disabled"
    case .domainDisabled:
      "the domain of the user is disabled; the seed's password was not checked"
    case .locked: "the account is locked; the seed's password was not checked"
    case .passwordToBeChanged:
      "the seed's password is right, and must be changed by the user first "
        + "(change_password_upon_first_use, or it has expired)"
    case .secondFactorNeeded:
      "the seed's password is right; the login needs a second factor, so what it shows is not known"
    case .refusedInScope(let scope, isDisabled: true): "the \(noun(of: scope, backend)) is disabled"
    case .refusedInScope(.system, isDisabled: false): "the user has no role on the system"
    case .refusedInScope(.domain, isDisabled: false): "the user has no role on this domain"
    case .refusedInScope(let scope, isDisabled: false):
      "the user has no role in this \(noun(of: scope, backend))"
    case .failed(let error):
      "not known: \(TerminalText.harmless(error.words))"
        + (error.declinedWait.map { "; it \($0.words)" } ?? "")
    }
  }

  private static func noun(of scope: LoginScope, _ backend: String) -> String {
    switch scope {
    case .tenant: ResourceKind.tenant.noun(over: backend)
    case .domain: ResourceKind.domain.noun(over: backend)
    case .system: "system"
    }
  }

  private static func text(of gaps: [CatalogGap]) -> String {
    let missing = missing(in: gaps)
    let lacks = missing.isEmpty ? [] : ["the catalog lacks " + missing.joined(separator: "; ")]
    return (lacks + others(in: gaps)).joined(separator: "; ")
  }

  /// What a login says of a catalog whose differences are said below, once for all who see them.
  static let differs = "ok, but the catalog is not as the seed says, see below"

  /// What a catalog differs from the seed in, a line each.
  static func lines(of gaps: [CatalogGap]) -> [String] {
    missing(in: gaps).map { "lacks " + $0 } + others(in: gaps)
  }

  private static func missing(in gaps: [CatalogGap]) -> [String] {
    gaps.filter { !$0.interfaces.isEmpty }.map { gap in
      "\(TerminalText.harmless(gap.endpoint.shown)) (\(interfaces(of: gap)))"
    }
  }

  private static func others(in gaps: [CatalogGap]) -> [String] {
    gaps.flatMap { gap in
      gap.others.map { other in
        "\(other.interface.rawValue) of \(TerminalText.harmless(gap.endpoint.shown)) is "
          + "\(ShownURL(other.seen.text).text), and the seed says "
          + ShownURL(other.declared.text).text
      }
    }
  }

  /// The interfaces that a catalog lacks, those together that it lacks for one reason.
  private static func interfaces(of gap: CatalogGap) -> String {
    let reasons: [HiddenEndpoints.Reason?] = [nil, .disabled, .serviceDisabled, .unfilled]
    return reasons.compactMap { reason -> String? in
      let interfaces = gap.interfaces.filter { gap.reasons[$0] == reason }
      guard !interfaces.isEmpty else { return nil }
      let names = interfaces.map(\.rawValue).joined(separator: ", ")
      return switch reason {
      case nil: names
      case .disabled: "\(names): disabled"
      case .serviceDisabled: "\(names): its service is disabled"
      case .unfilled: "\(names): this Keystone does not fill its template in"
      }
    }.joined(separator: "; ")
  }

  /// Who logged in to what.
  static func subject(of login: LoginCheck) -> String {
    let scope =
      switch login.scope {
      case .tenant(let name, _): " in \(name.shown)"
      case .domain(let name, _): " on domain \(name.shown)"
      case .system: " on the system"
      case nil: ""
      }
    return TerminalText.harmless("\(login.user.shown(apart: " in ", " on "))\(scope)")
  }

  /// What is odd about an entry of the catalog.
  static func text(of entry: SharedEntry) -> String {
    let region = entry.region.map { "in \($0.shown)" } ?? "without a region"
    let place = "\(entry.type) \(region)"
    let text =
      switch entry.display {
      case .listed:
        "\(place) is several endpoints of one interface, of which a client that asks for the type "
          + "takes any: \(sources(of: entry, words: words(of: entry)))"
      case .merged where entry.isMixed:
        "\(summary(of: entry, place)); \(sources(of: entry) { $0 })"
      case .merged: summary(of: entry, place)
      }
    return TerminalText.harmless(text)
  }

  private static func summary(of entry: SharedEntry, _ place: String) -> String {
    let rows = entry.rows.map(words(of: entry)).joined(separator: ", ")
    return "\(place) is \(entry.rows.count) endpoints in one entry: \(rows)"
  }

  /// What a row is called; whose it is matters where they are of several services.
  private static func words(of entry: SharedEntry) -> (String) -> String {
    let isOfSeveral = Set(entry.services.values).count > 1
    return { row in
      guard isOfSeveral, let service = entry.services[row] else { return row }
      return "\(row) of \(service == "" ? "a service without a name" : service.text)"
    }
  }

  private static func sources(
    of entry: SharedEntry,
    words: (String) -> String
  ) -> String {
    EndpointInterface.allCases.compactMap { interface in
      entry.sources[interface].flatMap { rows in
        rows.isEmpty
          ? nil : "\(interface.rawValue) from \(rows.map(words).joined(separator: " or "))"
      }
    }.joined(separator: ", ")
  }

  /// The way in that is open, and how to close it.
  static func text(of exposure: Exposure) -> String {
    switch exposure {
    case .defaultToken:
      "the token ADMIN opens the admin API (OSSN-0064): unset admin_token in keystone.conf"
    case .bareToken:
      "the token in use is Keystone's admin_token, which never ends and has no user behind it: "
        + "unset it once a user has the role admin"
    case .unknownPasswords(let users):
      "enabled, and the seed has no password: " + TerminalText.harmless(list(users))
    }
  }

  private static let mostNames = 20

  private static func list(_ names: [QualifiedName]) -> String {
    let shown = names.prefix(mostNames).map { $0.shown(apart: ", ") }.joined(separator: ", ")
    return names.count > mostNames ? "\(shown) and \(names.count - mostNames) more" : shown
  }

  /// What to warn of about a URL, nil where something answers there.
  static func warning(of probe: ProbeResult) -> String? {
    switch probe.outcome {
    case .failed(let error):
      "no service answers at \(ShownURL(probe.url.text).text): \(error.kind.words)"
    case .answered, .notAsked: nil
    }
  }

  /// What answered at a URL.
  static func text(of outcome: ProbeResult.Outcome) -> String {
    switch outcome {
    case .answered(let status): "\(status)"
    case .failed(let error): error.kind.words
    case .notAsked: "not asked"
    }
  }
}
