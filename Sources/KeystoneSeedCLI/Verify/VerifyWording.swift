import Convergence
import IdentityModel
import KeystoneClient

/// What verify found, in words that are harmless for a terminal.
enum VerifyWording {
  /// What came of a login.
  static func text(of outcome: LoginCheck.Outcome) -> String {
    switch outcome {
    case .accepted(_, let gaps) where gaps.isEmpty: "ok"
    case .accepted(_, let gaps): "ok, but " + text(of: gaps)
    case .wrongPassword: "the seed's password is wrong"
    case .userDisabled: "the user is disabled"
    case .domainDisabled:
      "the domain of all users is disabled; the seed's password was not checked"
    case .locked: "the account is locked; the seed's password was not checked"
    case .passwordToBeChanged:
      "the seed's password is right, and must be changed by the user first "
        + "(change_password_upon_first_use, or it has expired)"
    case .refusedInTenant(isDisabled: true): "the tenant is disabled"
    case .refusedInTenant(isDisabled: false): "the user has no role in this tenant"
    case .failed(let error):
      "not known: \(TerminalText.harmless(error.words))"
        + (error.declinedWait.map { "; it \($0.words)" } ?? "")
    }
  }

  private static func text(of gaps: [CatalogGap]) -> String {
    let missing = gaps.filter { !$0.interfaces.isEmpty }.map { gap in
      "\(TerminalText.harmless(gap.endpoint.shown)) (\(interfaces(of: gap)))"
    }
    let lacks = missing.isEmpty ? [] : ["the catalog lacks " + missing.joined(separator: "; ")]
    let others = gaps.flatMap { gap in
      gap.others.map { other in
        "\(other.interface.rawValue) of \(TerminalText.harmless(gap.endpoint.shown)) is "
          + "\(ShownURL(other.seen.text).text), and the seed says "
          + ShownURL(other.declared.text).text
      }
    }
    return (lacks + others).joined(separator: "; ")
  }

  /// The interfaces that a catalog lacks, those together that it lacks for one reason.
  private static func interfaces(of gap: CatalogGap) -> String {
    let reasons: [HiddenEndpoints.Reason?] = [nil, .disabled, .serviceDisabled]
    return reasons.compactMap { reason -> String? in
      let interfaces = gap.interfaces.filter { gap.reasons[$0] == reason }
      guard !interfaces.isEmpty else { return nil }
      let names = interfaces.map(\.rawValue).joined(separator: ", ")
      return switch reason {
      case nil: names
      case .disabled: "\(names): disabled"
      case .serviceDisabled: "\(names): its service is disabled"
      }
    }.joined(separator: "; ")
  }

  /// Who logged in to what.
  static func subject(of login: LoginCheck) -> String {
    let tenant = login.tenant.map { " in \($0.name.shown)" } ?? ""
    return TerminalText.harmless("\(login.user.shown(apart: " in "))\(tenant)")
  }

  /// What is odd about an entry of the catalog.
  static func text(of entry: SharedEntry) -> String {
    let region = entry.region.map { "in \($0.shown)" } ?? "without a region"
    // Whose each row is matters where they are of several services.
    let isOfSeveral = Set(entry.services.values).count > 1
    let rows = entry.rows.map { row in
      guard isOfSeveral, let service = entry.services[row] else { return row }
      return "\(row) of \(service == "" ? "a service without a name" : service.text)"
    }.joined(separator: ", ")
    let summary = "\(entry.type) \(region) is \(entry.rows.count) endpoints in one entry: \(rows)"
    guard entry.isMixed else { return TerminalText.harmless(summary) }
    let sources = EndpointInterface.allCases.compactMap { interface in
      entry.sources[interface].flatMap { rows in
        rows.isEmpty ? nil : "\(interface.rawValue) from \(rows.joined(separator: " or "))"
      }
    }
    return TerminalText.harmless("\(summary); \(sources.joined(separator: ", "))")
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

  private static func list(_ names: [Name]) -> String {
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
