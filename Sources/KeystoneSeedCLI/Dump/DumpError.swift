/// Why there is no dump.
enum DumpError: Error, Hashable, Sendable {
  /// The cloud holds nothing that a seed can declare, and a seed has to declare something.
  case nothingToSay(address: String)
}
