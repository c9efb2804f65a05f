extension V3Client {
  /// Reads a list for showing it: little is required of its objects, and their values are as sent.
  ///
  /// Only the fields asked for are kept, since a user's may hold a password (see ``V3User``); one that
  /// an object lacks is not in its result.
  ///
  /// - Parameters:
  ///   - list: Which list.
  ///   - fields: The names of the fields to keep.
  /// - Returns: The objects in the order of the answer, without those that have no field at all.
  /// - Throws: ``KeystoneError`` when there is no answer, or one that is no list of objects.
  public func objects(
    of list: V3ObjectList,
    fields: [String]
  ) async throws(KeystoneError) -> [JSONObject] {
    let make: ListIntake<JSONObject>.Maker = { row in
      let members = row.members
      guard !members.isEmpty else { return nil }
      return JSONObject(
        fields.compactMap { field in members[field].map { (key: field, value: $0) } }
      )
    }
    let query = list.filters.map { (name: $0.name, value: $0.value) }
    let call = Call(.get, list.path, query: query)
    return switch list.reading {
    case .paged: try await pagedList(call, list.wrapper, make)
    case .limited: try await self.list(call, list.wrapper, takesLimit: true, make)
    case .whole: try await self.list(call, list.wrapper, takesLimit: false, make)
    }
  }
}
