/// A named entry of `clouds.yaml`.
struct Cloud: Hashable, Sendable {
  var name: String
  var entry: CloudEntry
}
