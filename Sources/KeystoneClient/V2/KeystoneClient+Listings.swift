extension KeystoneClient {
  /// Reads a list for showing it: nothing is required of its objects, and their values are as sent.
  ///
  /// Where ``users()`` fails on a user whose name is a number, as releases before Newton let one be
  /// made, this shows it. Only the fields asked for are kept, since a user's may hold a password
  /// (see ``UserRecord``); one that an object lacks is not in its result.
  ///
  /// - Parameters:
  ///   - list: Which list.
  ///   - fields: The names of the fields to keep.
  /// - Returns: The objects in the order of the answer, without those that have no field at all.
  /// - Throws: ``KeystoneError`` when there is no answer, or one that is no list of objects.
  public func objects(
    of list: ObjectList,
    fields: [String]
  ) async throws(KeystoneError) -> [JSONObject] {
    try await self.list(Call(.get, list.path), list.wrapper, over: admin) { row in
      guard !row.members.isEmpty else { return nil }
      return JSONObject(
        fields.compactMap { field in row.members[field].map { (key: field, value: $0) } }
      )
    }
  }
}
