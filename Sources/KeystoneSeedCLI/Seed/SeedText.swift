/// A seed as it was read, not yet understood.
struct SeedText: Hashable, Sendable {
  /// What diagnostics call it: the path as it was given, or `<stdin>`.
  var name: String
  /// Where relative paths in the seed begin; absolute.
  var directory: String
  var bytes: [UInt8]
}
