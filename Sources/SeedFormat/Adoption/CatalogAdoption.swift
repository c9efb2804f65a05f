internal import IdentityModel

/// What a seed can say of a live catalog.
struct CatalogAdoption {
  private(set) var services: [Service] = []
  var endpoints: [Endpoint] = []
  var remarks: [AdoptionRemark] = []

  let live: LiveState
  private let serviceKeys: [String: ServiceKey]
  private var regions = NameAdoption(rule: .region, place: .asKey)

  /// Whether a seed can say that a service has no name, or an endpoint no region or public URL, and what
  /// of them is disabled: where v3 is spoken.
  let saysMore: Bool

  init(_ live: LiveState, saysMore: Bool) {
    self.live = live
    self.saysMore = saysMore
    serviceKeys = Dictionary(live.services.map { ($0.id, $0.value.key) }) { first, _ in first }
  }

  mutating func adopt() {
    adoptServices()
    adoptEndpoints()
    noteStrays()
    noteLookalikes()
  }

  // MARK: Services

  private mutating func adoptServices() {
    let rows = Dictionary(grouping: live.services, by: \.value.key).sorted { $0.key < $1.key }
    for (key, rows) in rows {
      guard let reason = refusal(of: key, rows) else {
        services += rows.map { row in
          let description = row.value.description
          return Service(
            type: key.type,
            name: key.name,
            description: description == "" ? nil : description,
            isShown: row.value.isShown
          )
        }
        continue
      }
      let ids = rows.map(\.id).sorted()
      remarks.append(
        AdoptionRemark(
          .leftOut,
          .service,
          key.description,
          reason,
          rows: ids.map { "id \($0)" },
          liveIDs: ids
        )
      )
    }
  }

  private func refusal(of key: ServiceKey, _ rows: [Live<Service>]) -> String? {
    guard rows.count == 1 else {
      return "is there \(rows.count) times: declare it, and apply keeps one"
    }
    guard saysMore || rows.allSatisfy(\.value.isShown) else {
      return "is disabled, which a seed cannot say"
    }
    guard rows.allSatisfy({ live.unreachableRows[$0.id] == nil }) else {
      return AdoptionRemark.unreachable
    }
    var nameRule = NameRule.serviceName
    nameRule.mayBeEmpty = saysMore
    let refusal = DiagnosticCollector.refusal { diagnostics in
      nameRule.check(Located(key.name, at: .start), into: &diagnostics)
      NameRule.serviceType.check(Located(key.type, at: .start), into: &diagnostics)
    }
    return refusal.map { "cannot be declared: \($0)" }
  }

  // MARK: Endpoints

  /// What makes two rows the same endpoint; of rows without a service or a region, the lack of it.
  struct Place: Hashable, Comparable {
    let service: ServiceKey?
    let region: Name?

    static func < (left: Place, right: Place) -> Bool { left.sortKey < right.sortKey }

    private var sortKey: (Int, ServiceKey, Int, Name) {
      let nowhere = ServiceKey(type: "", name: "")
      return (service == nil ? 0 : 1, service ?? nowhere, region == nil ? 0 : 1, region ?? "")
    }

    var subject: String {
      let service = service?.description ?? "without a service"
      return region.map { "\(service) in \($0)" } ?? "\(service), without a region"
    }
  }

  private mutating func adoptEndpoints() {
    let declared = Set(services.map(\.key))
    let regionRefusals = regionRefusals()
    let rows = Dictionary(grouping: live.endpoints) { row in
      Place(service: serviceKeys[row.serviceID], region: row.region)
    }
    for (place, rows) in rows.sorted(by: { $0.key < $1.key }) {
      if rows.allSatisfy({ $0.interface != nil }) {
        adoptInterfaces(rows, at: place, declared, regionRefusals)
        continue
      }
      let reason: String? =
        if place.service.map(declared.contains) != true {
          place.service == nil ? "cannot be declared" : "goes with a service that is left out"
        } else if rows.count > 1 {
          "is there \(rows.count) times: declare it, and apply keeps one"
        } else if !rows.allSatisfy({ $0.isShown && $0.hiddenRows.isEmpty }) {
          "is disabled, which a seed cannot say"
        } else if rows.contains(where: { live.unreachableRows[$0.id] != nil }) {
          AdoptionRemark.unreachable
        } else if rows.contains(where: isOneOfSeveral) {
          "is shown with one of several URLs, which a seed cannot say"
        } else if let region = place.region {
          regionRefusals[region]
        } else {
          "cannot be declared"
        }
      if let reason {
        leaveOut(place, rows, reason)
      } else if let service = place.service, let region = place.region {
        for row in rows { adopt(row, EndpointKey(service: service, region: region), at: place) }
      }
    }
  }

  /// Rows that v3 made and v2.0 does not list: a catalog may still show them.
  private mutating func noteStrays() {
    let strays = Dictionary(grouping: live.strayInterfaces.filter(\.isShown)) { row in
      Place(service: serviceKeys[row.serviceID], region: row.region)
    }
    for (place, rows) in strays.sorted(by: { $0.key < $1.key }) {
      remarks.append(
        AdoptionRemark(
          .leftOut,
          .endpoint,
          place.subject,
          "has URLs that were made through v3 and v2.0 does not list",
          rows: rows.map(\.words).sorted(),
          liveIDs: rows.map(\.id)
        )
      )
    }
  }

  /// Whether v3 has another URL for an interface of the endpoint, which a catalog may show instead.
  private func isOneOfSeveral(_ row: LiveEndpoint) -> Bool {
    live.strayInterfaces.contains { stray in
      stray.isShown && stray.serviceID == row.serviceID && stray.region == row.region
        && row.url(of: stray.interface).map { !$0.isEquivalent(to: stray.url) } == true
    }
  }

  /// Why endpoints in a region cannot be declared, for those regions of which that is so.
  private mutating func regionRefusals() -> [Name: String] {
    var refusals: [Name: String] = [:]
    for region in Set(live.endpoints.compactMap(\.region)).sorted() {
      if EndpointInterface(rawValue: region.text) != nil {
        refusals[region] = "cannot be declared: an interface has the name of its region"
      } else {
        refusals[region] = regions.refusal(of: region)
      }
    }
    return refusals
  }

  private mutating func adopt(_ row: LiveEndpoint, _ key: EndpointKey, at place: Place) {
    guard let publicURL = row.publicURL, publicURL.text != "" else {
      leaveOut(place, [row], "cannot be declared: it has no public URL")
      return
    }
    if let refusal = publicURL.refusal {
      leaveOut(place, [row], "cannot be declared: \(refusal)")
      return
    }
    let endpoint = Endpoint(
      service: key.service,
      region: key.region,
      publicURL: publicURL,
      internalURL: sayable(row.internalURL, "internal", of: place),
      adminURL: sayable(row.adminURL, "admin", of: place)
    )
    endpoints.append(endpoint)
    guard !row.isManageable else { return }
    let reason =
      key.isFromFile(id: row.id)
      ? "comes from a file on the server (the templated catalog): no API can change it"
      : "was made through v3: v2.0 can neither change nor delete it"
    remarks.append(AdoptionRemark(.declared, .endpoint, place.subject, reason, rows: [row.words]))
  }

  /// The URL of an interface that may as well be missing.
  private mutating func sayable(
    _ url: URLTemplate?,
    _ interface: String,
    of place: Place
  ) -> URLTemplate? {
    guard let url, url.text != "" else { return nil }
    guard let refusal = url.refusal else { return url }
    let reason = "has an \(interface) URL that cannot be declared, \(url.shown): \(refusal)"
    remarks.append(AdoptionRemark(.declared, .endpoint, place.subject, reason))
    return nil
  }

  mutating func leaveOut(_ place: Place, _ rows: [LiveEndpoint], _ reason: String) {
    let remark = AdoptionRemark(
      .leftOut,
      .endpoint,
      place.subject,
      reason,
      rows: rows.map(\.words).sorted(),
      liveIDs: rows.map(\.id)
    )
    remarks.append(remark)
  }

  // MARK: Names that MySQL cannot tell apart

  private mutating func noteLookalikes() {
    let names = Set(services.map(\.name)).sorted()
    for (name, other) in regions.lookalikes(among: names) {
      let reason = "is \(YAMLScalar.quoted(other.text)) to a Keystone on MySQL"
      remarks.append(AdoptionRemark(.declared, .service, name.text, reason))
    }
    for (name, other) in regions.lookalikes(among: Set(endpoints.map(\.region)).sorted()) {
      let reason = "is in another region, \(YAMLScalar.quoted(other.text)), to a Keystone on MySQL"
      remarks.append(AdoptionRemark(.declared, .endpoint, "in \(name)", reason))
    }
  }
}

extension LiveEndpoint {
  /// The row by its ID and its URLs.
  var words: String {
    let urls = EndpointInterface.allCases.compactMap { interface in
      url(of: interface).map { "\(interface.rawValue) \($0.shown)" }
    }
    return (["id \(id)"] + urls).joined(separator: ", ")
  }
}

extension LiveInterface {
  /// The row by its ID and its URL.
  fileprivate var words: String {
    "id \(id), \(interface.rawValue) \(url.shown)" + (isShown ? "" : ", disabled")
  }
}

extension URLTemplate {
  /// Why an endpoint cannot be declared with the URL; a live one has to stand alone.
  var refusal: String? {
    guard CatalogURL(text) != nil else { return "the URL has no scheme" }
    return DiagnosticCollector.refusal { diagnostics in
      URLRule.checkEndpoint(Located(text, at: .start), into: &diagnostics)
    }
  }

  /// The URL for a comment, unless there may be a password in it.
  fileprivate var shown: String {
    text.utf8.contains(UInt8(ascii: "@")) ? "(not shown: it may hold a password)" : text
  }
}
