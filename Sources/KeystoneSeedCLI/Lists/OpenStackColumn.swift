/// A column of the openstack command's lists: what it is called, and which field fills it.
struct OpenStackColumn: Hashable, Sendable {
  let header: String
  let field: String

  init(_ header: String, _ field: String) {
    self.header = header
    self.field = field
  }
}

extension [OpenStackColumn] {
  var headers: [String] { map(\.header) }
  var fields: [String] { map(\.field) }
}
