import IdentityModel
import Reconciliation
import Texts

/// A verification as JSON.
struct VerifyDocument: Encodable {
  struct Login: Encodable {
    let user: String
    let tenant: String?
    /// The domain that was logged in to, itself.
    let domain: String?
    /// True of a login to the system.
    let system: Bool?
    let ok: Bool
    let detail: String
    /// What the catalog shows in place of what the seed declares.
    let differences: [Difference]?
    let catalog: [Entry]?
  }

  struct Difference: Encodable {
    let service: String
    let type: String
    let region: String
    let interface: String
    /// Nil where the catalog has nothing for it.
    let seen: String?
    /// Nil where that is not known, since nothing is seen.
    let declared: String?
    /// Why nothing is seen, as far as that is known: `disabled`, `service-disabled` or `template`.
    let reason: String?
  }

  struct Entry: Encodable {
    let type: String
    let name: String
    let region: String?
    /// The URLs by interface.
    let urls: [String: String]
  }

  struct SharedEntryDocument: Encodable {
    let type: String
    let region: String?
    let endpoints: [String]
    let mixed: Bool
    /// The endpoints that each interface may come from.
    let sources: [String: [String]]
  }

  struct Probe: Encodable {
    let url: String
    /// Nil where there was no answer.
    let status: Int?
    let detail: String
  }

  let drift: Bool
  /// Whether everything could be checked.
  let complete: Bool
  let plan: PlanDocument
  let logins: [Login]
  let sharedEntries: [SharedEntryDocument]
  let warnings: [String]
  let probes: [Probe]?

  init(_ verification: Verification) {
    drift = verification.hasDrift
    complete = !verification.plan.isIncomplete && verification.failures.isEmpty
    plan = PlanDocument(
      verification.plan,
      address: verification.address,
      backend: verification.backend
    )
    logins = verification.logins.map { Login($0, over: verification.backend) }
    sharedEntries = verification.sharedEntries.map { SharedEntryDocument($0) }
    warnings = verification.warnings
    probes = verification.probes.map { $0.map { Probe($0) } }
  }
}

extension VerifyDocument.Login {
  fileprivate init(_ login: LoginCheck, over backend: String) {
    user = login.user.description
    switch login.scope {
    case .tenant(let name, _): (tenant, domain, system) = (name.description, nil, nil)
    case .domain(let name, _): (tenant, domain, system) = (nil, name.text, nil)
    case .system: (tenant, domain, system) = (nil, nil, true)
    case nil: (tenant, domain, system) = (nil, nil, nil)
    }
    detail = VerifyWording.text(of: login.outcome, over: backend)
    switch login.outcome {
    case .accepted(let catalog, let gaps):
      ok = gaps.isEmpty
      differences = gaps.isEmpty ? nil : gaps.flatMap { VerifyDocument.Difference.all(of: $0) }
      self.catalog = login.scope == nil ? nil : catalog.entries.map { VerifyDocument.Entry($0) }
    case .secondFactorNeeded:
      ok = true
      differences = nil
      catalog = nil
    case .wrongPassword, .refused, .userDisabled, .domainDisabled, .locked, .passwordToBeChanged,
      .refusedInScope, .failed:
      ok = false
      differences = nil
      catalog = nil
    }
  }
}

extension VerifyDocument.Difference {
  fileprivate static func all(of gap: CatalogGap) -> [Self] {
    gap.interfaces.map {
      Self(gap.endpoint, $0, seen: nil, declared: nil, reason: gap.reasons[$0])
    }
      + gap.others.map {
        Self(gap.endpoint, $0.interface, seen: $0.seen, declared: $0.declared, reason: nil)
      }
  }

  private init(
    _ endpoint: EndpointKey,
    _ interface: EndpointInterface,
    seen: ExactText?,
    declared: ExactText?,
    reason: HiddenEndpoints.Reason?
  ) {
    service = endpoint.service.name.text
    type = endpoint.service.type.text
    region = endpoint.region.text
    self.interface = interface.rawValue
    self.seen = seen.map { ShownURL($0.text).text }
    self.declared = declared.map { ShownURL($0.text).text }
    self.reason = reason?.rawValue
  }
}

extension VerifyDocument.Entry {
  fileprivate init(_ entry: EffectiveCatalog.Entry) {
    type = entry.type.text
    name = entry.name.text
    region = entry.region?.text
    let urls = entry.urls.map { ($0.key.rawValue, ShownURL($0.value.text).text) }
    self.urls = Dictionary(urls) { first, _ in first }
  }
}

extension VerifyDocument.SharedEntryDocument {
  fileprivate init(_ entry: SharedEntry) {
    type = entry.type.text
    region = entry.region?.text
    endpoints = entry.rows
    mixed = entry.isMixed
    let sources = entry.sources.map { ($0.key.rawValue, $0.value) }
    self.sources = Dictionary(sources) { first, _ in first }
  }
}

extension VerifyDocument.Probe {
  fileprivate init(_ probe: ProbeResult) {
    url = ShownURL(probe.url.text).text
    detail = VerifyWording.text(of: probe.outcome)
    switch probe.outcome {
    case .answered(let status): self.status = status
    case .failed, .notAsked: status = nil
    }
  }
}
