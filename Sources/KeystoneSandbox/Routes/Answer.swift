/// What a route answers when it does not refuse.
enum Answer: Sendable {
  /// 200 and a document; in v2.0 creating answers no other than reading does.
  case document(JSONObject)
  /// 201 and a document, as v3 answers a creation.
  case created(JSONObject)
  /// 204.
  case nothing
  /// 201 without a document.
  case made
  /// 300, which only the list of versions has.
  case choices(JSONObject)
  /// A token of v3: its document, its id for the header, and whether it was just issued.
  case token(JSONObject, id: String, isNew: Bool)
}
