internal import IdentityModel

extension SeedDocument {
  /// Fills in the variables of regions where endpoints stand in every one, so that each region has its own.
  ///
  /// - Parameters:
  ///   - variables: What `${…}` stands for, which learns what is used.
  ///   - diagnostics: Where what is wrong with a text goes.
  mutating func fillInVariablesOfRegions(
    _ variables: inout VariableScope,
    into diagnostics: inout DiagnosticCollector
  ) {
    let usual = usualRegions.map(\.name.value)
    for service in services.entries.indices {
      services.entries[service].endpoints = services.entries[service].endpoints.map { entry in
        guard case .everywhere(let urls) = entry.form, urls.isRegional else { return entry }
        guard !usual.isEmpty else {
          // That no region is there has a message of its own.
          let nowhere = EndpointURLs.each(InterfaceURLs(unreadable: entry.location))
          return EndpointsEntry(location: entry.location, form: .everywhere(nowhere))
        }
        let regions = usual.map { region in
          let urls = urls.filledIn(for: region, &variables, into: &diagnostics)
          return (Located(region, at: entry.location), urls)
        }
        return EndpointsEntry(location: entry.location, form: .byRegion(regions))
      }
    }
  }
}

extension EndpointURLs {
  /// Whether a variable of a region is to be filled in.
  fileprivate var isRegional: Bool {
    EndpointInterface.allCases.contains { all(of: $0).contains(where: \.isRegional) }
  }

  /// The same as one region has it; a text that cannot be filled in is left out.
  fileprivate func filledIn(
    for region: Name,
    _ variables: inout VariableScope,
    into diagnostics: inout DiagnosticCollector
  ) -> EndpointURLs {
    func filledIn(_ url: DeclaredURL) -> DeclaredURL? {
      guard url.isRegional else { return url }
      guard let text = variables.expand(url.text, in: region, into: &diagnostics) else {
        return nil
      }
      return DeclaredURL(text: Located(text, at: url.text.location), enabled: url.enabled)
    }
    switch self {
    case .same(let url):
      return filledIn(url).map(EndpointURLs.same)
        ?? .each(InterfaceURLs(unreadable: url.text.location))
    case .each(var interfaces):
      for (interface, urls) in interfaces.urls {
        interfaces.urls[interface] = urls.compactMap { filledIn($0) }
      }
      return .each(interfaces)
    }
  }
}

extension InterfaceURLs {
  /// One whose URLs could not be read.
  fileprivate init(unreadable place: FileLocation) {
    declared[.public] = place
  }
}
