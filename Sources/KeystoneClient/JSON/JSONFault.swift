/// Why bytes are not a JSON document.
enum JSONFault: Error, Hashable {
  /// They end in the middle of one.
  case truncated
  /// They are something else, from that byte on.
  case invalid(String, offset: Int)
}
