/// What a route answers when it does not refuse.
enum Answer: Sendable {
  /// 200 and a document; creating answers no other than reading does.
  case document(JSONObject)
  /// 204.
  case nothing
  /// 300, which only the list of versions has.
  case choices(JSONObject)
}
