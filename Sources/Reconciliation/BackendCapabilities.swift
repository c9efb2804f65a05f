/// What a backend can do, stated by the backend and read by the planner.
package struct BackendCapabilities: Hashable, Sendable {
  /// Whether a service's fields can be changed in place; v2.0 has no such call.
  package let updatesServices: Bool
  /// Whether an endpoint's URLs can be changed in place; v2.0 has no such call.
  package let updatesEndpoints: Bool
  /// What a plan calls the backend, such as `v2.0`.
  package let name: String

  package init(name: String, updatesServices: Bool, updatesEndpoints: Bool) {
    self.name = name
    self.updatesServices = updatesServices
    self.updatesEndpoints = updatesEndpoints
  }
}
