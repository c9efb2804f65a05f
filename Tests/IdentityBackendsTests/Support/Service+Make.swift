import IdentityModel

extension ServiceKey {
  static let nova = ServiceKey(type: "compute", name: "nova")
}

extension Service {
  static func make(_ key: ServiceKey, description: String? = nil) -> Service {
    Service(type: key.type, name: key.name, description: description)
  }
}
