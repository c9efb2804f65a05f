import KeystoneClient

/// A catalog as the 2014 command showed it: a table for each endpoint, with all that it has.
struct CatalogReport {
  let catalog: Catalog
  let hasHeader: Bool
  /// Whether a terminal shows the text.
  let isShown: Bool

  /// The text; nothing where there is no endpoint.
  var text: String {
    catalog.services.map { service in
      let type = isShown ? TerminalText.harmless(service.type) : service.type
      return "Service: \(type)\n" + service.endpoints.map(table).joined()
    }.joined()
  }

  private func table(of endpoint: CatalogEndpoint) -> String {
    let properties = endpoint.attributes.map { name, value -> JSONObject in
      ["Property": .string(name), "Value": value]
    }
    return ListReport(
      listing: Listing(properties, columns: ["Property", "Value"], sortedBy: "Property"),
      format: .table,
      hasHeader: hasHeader,
      isShown: isShown
    ).text
  }
}
