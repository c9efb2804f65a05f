internal import IdentityModel

/// One of the three forms in which a service declares its endpoints.
struct EndpointsEntry {
  enum Form {
    /// The same in every region.
    case everywhere(EndpointURLs)
    /// Region by region.
    case byRegion([(region: Located<Name>, urls: EndpointURLs)])
  }

  let location: FileLocation
  let form: Form

  /// Whether a public URL is written for that region.
  func declaresPublic(in region: Name) -> Bool {
    switch form {
    case .everywhere(let urls): urls.declaresPublic
    case .byRegion(let entries):
      entries.contains { $0.region.value == region && $0.urls.declaresPublic }
    }
  }
}

/// The URLs of an endpoint: one for all interfaces, or one for each.
enum EndpointURLs {
  case same(Located<String>)
  case each(InterfaceURLs)

  /// Whether a public URL is written, readable or not.
  var declaresPublic: Bool {
    switch self {
    case .same: true
    case .each(let interfaces): interfaces.declared[.public] != nil
    }
  }
}

/// Texts by interface, and which interfaces are declared at all.
struct InterfaceURLs {
  /// Where each declared interface's key stands, its text readable or not.
  var declared: [EndpointInterface: FileLocation] = [:]
  var texts: [EndpointInterface: Located<String>] = [:]
  /// The others of an interface that is to have several.
  var further: [EndpointInterface: [Located<String>]] = [:]

  /// All of an interface.
  func all(of interface: EndpointInterface) -> [Located<String>] {
    (texts[interface].map { [$0] } ?? []) + (further[interface] ?? [])
  }
}
