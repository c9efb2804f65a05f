import SeedFormat

/// A named entry of `clouds.yaml`, with what `secure.yaml` and a vendor's profile add to it.
struct Cloud: Hashable, Sendable {
  var name: String
  var entry: CloudEntry
  /// Whether the command line names it, and not a variable that may be left over.
  var isAskedFor = false
  /// The profile that the entry names and no file has.
  var missingProfile: String?
}
