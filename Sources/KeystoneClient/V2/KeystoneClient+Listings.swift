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
      let members = row.members
      guard !members.isEmpty else { return nil }
      return JSONObject(
        fields.compactMap { field in members[field].map { (key: field, value: $0) } }
      )
    }
  }

  /// Reads all objects of a list whole, for showing one of them, but for what may be a password.
  ///
  /// - Parameter list: Which list.
  /// - Returns: The objects in the order of the answer.
  /// - Throws: ``KeystoneError`` when there is no answer, or one that is no list of objects.
  public func wholeObjects(of list: ObjectList) async throws(KeystoneError) -> [JSONObject] {
    try await self.list(Call(.get, list.path), list.wrapper, over: admin) { row in
      WholeObject(row).members
    }
  }

  /// Reads one object whole, but for what may be a password; a 404 where none has that ID.
  ///
  /// - Parameters:
  ///   - list: The list that it is in.
  ///   - id: Its ID.
  /// - Returns: All of it that is shown.
  /// - Throws: ``KeystoneError``.
  public func wholeObject(of list: ObjectList, id: String) async throws(KeystoneError) -> JSONObject
  {
    // What holds one is called as what holds many, without the s.
    let wrapper = String(list.wrapper.dropLast())
    let object: WholeObject = try await send(Call(.get, list.path + [id])).record(wrapper)
    return object.members
  }
}

/// An object as it was sent, without what may be a password (see ``UserRecord``).
private struct WholeObject: JSONRecord {
  let members: JSONObject

  init(_ row: JSONRow) {
    members = JSONObject(
      row.members.filter { member in !member.key.lowercased().hasSuffix("password") }
    )
  }
}
