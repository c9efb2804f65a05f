internal import IdentityModel

/// Something that nobody tells of the live endpoints, and that a seed would say otherwise for it.
enum AdoptionDoubt {
  /// Whether an interface of some endpoints is disabled or there twice: of these services, or of all.
  case interfaces(of: [ServiceKey]?, UnknownInterfaces.Reason)
  /// Which endpoints v3 made.
  case origin

  /// What is in doubt about a live state.
  static func all(about live: LiveState) -> [AdoptionDoubt] {
    var doubts: [AdoptionDoubt] = []
    if let unknown = live.unknownInterfaces, !live.endpoints.isEmpty {
      let services = live.services.filter { unknown.covers(serviceID: $0.id) }.map(\.value.key)
      let isOfAll = unknown.services == nil
      doubts.append(.interfaces(of: isOfAll ? nil : Set(services).sorted(), unknown.reason))
    }
    if live.isOriginUnknown, !live.endpoints.isEmpty { doubts.append(.origin) }
    return doubts
  }

  /// What is not known, as the rest of a sentence that says so.
  var text: String {
    switch self {
    case .interfaces(let services, let reason):
      let whose = services.map { " of " + $0.map(\.description).joined(separator: ", ") } ?? ""
      return "whether an interface of the endpoints\(whose) is disabled by itself, or has a second "
        + "URL: \(reason.words)"
    case .origin:
      return "which endpoints were made through v3, so that v2.0 can neither change nor delete them"
    }
  }
}

extension UnknownInterfaces.Reason {
  fileprivate var words: String {
    switch self {
    case .refused(let answer): "v3 does not list its endpoints (\(answer))"
    case .cutOff: "v3 cuts its lists off (list_limit in the server's keystone.conf)"
    }
  }
}
