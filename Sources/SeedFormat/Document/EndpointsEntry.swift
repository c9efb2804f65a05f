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

  /// Every URL that is written.
  var urls: [EndpointURLs] {
    switch form {
    case .everywhere(let urls): [urls]
    case .byRegion(let regions): regions.map(\.urls)
    }
  }
}

/// The URLs of an endpoint: one for all interfaces, or one for each.
enum EndpointURLs {
  case same(Located<String>)
  case each(InterfaceURLs)
}

/// Texts by interface, and which interfaces are declared at all.
struct InterfaceURLs {
  /// Where each declared interface's key stands, its text readable or not.
  var declared: [EndpointInterface: FileLocation] = [:]
  var texts: [EndpointInterface: Located<String>] = [:]
}
