internal import IdentityModel
internal import Texts

extension SeedValidator {
  mutating func validateDomains() {
    reportSecondDefault()
    for domain in document.domains.entries {
      NameRule.domain.check(domain.name, into: &diagnostics)
      needVersion3(
        domain.name.location,
        "v2.0 has no domains, v3 has",
        hint: "leave domains out where v2.0 is spoken"
      )
      needVersion3(for: domain.options, of: "domain")
      if let text = domain.description {
        DatabaseRule.checkCharacters(
          of: text.value,
          "a domain's description",
          text.location,
          &diagnostics
        )
      }
      guard domain.name.value == Domain.defaultName, let enabled = domain.enabled,
        !enabled.value
      else { continue }
      // All tokens die, all logins are refused, and bootstrap fails: only SQL brings it back.
      diagnostics.error(
        "disabling the default domain locks everybody out for good",
        at: enabled.location
      )
    }
    warnOfLookalikes(document.domains.entries.map(\.name), as: "domain")
  }

  /// Keystone's default domain has two names in a seed, so that one mapping may have it twice.
  private mutating func reportSecondDefault() {
    let places = document.domains.entries.filter { $0.name.value == Domain.defaultName }
      .map(\.name.location)
    guard let first = places.first else { return }
    for place in places.dropFirst() {
      diagnostics.error(
        "the default domain is declared in \(diagnostics.place(first, seenFrom: place)) already",
        at: place,
        hint: "default and Default are one"
      )
    }
  }

  /// Reports a name that is not declared, or whose domain is not.
  mutating func requireInDomain(
    _ name: Located<QualifiedName>,
    in declared: Declared<QualifiedName>,
    as noun: String
  ) {
    if requireDomain(of: name) { require(name, in: declared, as: noun) }
  }

  /// Reports a name whose domain is not declared: nobody would look into it.
  ///
  /// - Parameter name: A name of something, be that declared or not.
  /// - Returns: Whether there is nothing to report.
  @discardableResult
  mutating func requireDomain(of name: Located<QualifiedName>) -> Bool {
    guard let domain = name.value.domain else { return true }
    let domains = document.domains.entries.map(\.name.value.name)
    guard !domains.contains(domain), document.domains.isComplete else { return true }
    diagnostics.error(
      "no domain is called \(domain.quoted)",
      at: name.location,
      hint: spelling.hint(for: domain.text, among: domains.map(\.text))
        ?? "declare it under domains"
    )
    return false
  }

  mutating func validateAbsentDomain(_ domain: Located<QualifiedName>) {
    NameRule.domain.check(domain, into: &diagnostics)
    needVersion3(
      domain.location,
      "v2.0 has no domains, v3 has",
      hint: "leave domains out where v2.0 is spoken"
    )
    if SeedDecoder.domain(called: domain.value.name) == nil {
      diagnostics.error(
        "the default domain can't be absent: nobody could log in any more",
        at: domain.location
      )
    }
  }
}
