/// What has a URL for some of the three interfaces.
package protocol InterfaceURLs {
  var publicURL: URLTemplate? { get set }
  var internalURL: URLTemplate? { get set }
  var adminURL: URLTemplate? { get set }
}

extension InterfaceURLs {
  /// The URL of an interface, if it has one.
  package func url(of interface: EndpointInterface) -> URLTemplate? {
    switch interface {
    case .public: publicURL
    case .internal: internalURL
    case .admin: adminURL
    }
  }

  /// Sets the URL of an interface.
  package mutating func set(_ url: URLTemplate?, of interface: EndpointInterface) {
    switch interface {
    case .public: publicURL = url
    case .internal: internalURL = url
    case .admin: adminURL = url
    }
  }

  /// The interfaces that have a URL.
  package var interfaces: [EndpointInterface] {
    EndpointInterface.allCases.filter { url(of: $0) != nil }
  }

  /// The URLs as fields, in the order of ``Field``.
  package var fields: [FieldSetting] {
    EndpointInterface.allCases.compactMap { interface in
      url(of: interface).map { FieldSetting(interface.field, .template($0)) }
    }
  }

  /// Those that the other one has, and this one's where it has none.
  package func urls(over other: some InterfaceURLs) -> Self {
    var all = self
    for interface in EndpointInterface.allCases where url(of: interface) == nil {
      all.set(other.url(of: interface), of: interface)
    }
    return all
  }
}
