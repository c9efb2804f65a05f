import IdentityModel

extension ServiceKey {
  static let keystone = ServiceKey(type: "identity", name: "keystone")
  static let nova = ServiceKey(type: "compute", name: "nova")
  static let glance = ServiceKey(type: "image", name: "glance")
  static let heat = ServiceKey(type: "orchestration", name: "heat")
  static let heatCFN = ServiceKey(type: "cloudformation", name: "heat")
}
