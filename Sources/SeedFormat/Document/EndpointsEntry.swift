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

  /// What is declared, region by region.
  ///
  /// - Parameter usual: The regions in which endpoints stand that name none.
  /// - Returns: The URLs of each region.
  func declarations(usual: [Name]) -> [(region: Name, urls: EndpointURLs)] {
    switch form {
    case .everywhere(let urls): usual.map { ($0, urls) }
    case .byRegion(let entries): entries.map { ($0.region.value, $0.urls) }
    }
  }

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
  case same(DeclaredURL)
  case each(InterfaceURLs)

  /// Whether a public URL is written, readable or not.
  var declaresPublic: Bool {
    switch self {
    case .same: true
    case .each(let interfaces): interfaces.declared[.public] != nil
    }
  }

  /// Where interfaces are said to be absent.
  var absent: [EndpointInterface: FileLocation] {
    if case .each(let interfaces) = self { interfaces.absent } else { [:] }
  }

  /// All that is declared of an interface.
  func all(of interface: EndpointInterface) -> [DeclaredURL] {
    switch self {
    case .same(let url): [url]
    case .each(let interfaces): interfaces.urls[interface] ?? []
    }
  }
}

/// URLs by interface, and which interfaces are declared at all.
struct InterfaceURLs {
  /// Where each declared interface's key stands, its URLs readable or not.
  var declared: [EndpointInterface: FileLocation] = [:]
  /// The URLs that can be read; most often one of an interface.
  var urls: [EndpointInterface: [DeclaredURL]] = [:]
  /// Where an interface is said to be absent.
  var absent: [EndpointInterface: FileLocation] = [:]
}

/// One URL of an interface, and whether the catalog shows it where that is said.
struct DeclaredURL {
  var text: Located<String>
  var enabled: Located<Bool>?
  /// Whether variables of regions are still to be filled in.
  var isRegional = false
}

/// The base URLs of a region by interface, and which interfaces have one at all.
struct BaseURLs {
  /// Where each declared interface's key stands, its text readable or not.
  var declared: [EndpointInterface: FileLocation] = [:]
  var texts: [EndpointInterface: Located<String>] = [:]
  /// Where an interface is said to be absent, of every service that has no URL of its own for it.
  var absent: [EndpointInterface: FileLocation] = [:]
}
