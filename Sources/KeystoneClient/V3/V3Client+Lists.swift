extension V3Client {
  /// How many objects are asked for at a time: what Keystone gives at most (`max_db_limit`).
  private static let pageSize = 1000

  /// Asks for a list that Keystone gives whole, or says that it cut it off.
  ///
  /// - Parameters:
  ///   - call: What to ask.
  ///   - name: What the list is called in the answer.
  ///   - takesLimit: Whether the route has a `limit`; one that has none may refuse it.
  /// - Returns: The records in the order of the answer: all of them, or an error.
  /// - Throws: ``KeystoneError``.
  func list<Record: JSONRecord & Sendable>(
    _ call: Call,
    _ name: String,
    takesLimit: Bool = false
  ) async throws(KeystoneError) -> [Record] {
    try await list(call, name, takesLimit: takesLimit) { row throws(ShapeFault) in try Record(row) }
  }

  /// The same as whatever is made of the objects.
  ///
  /// Roles, services and endpoints are cut off at `list_limit` alone, which another `limit` overrides
  /// (`keystone.common.driver_hints.truncated`). The link to a next page is never followed: these
  /// lists ignore its marker, so that it leads to the first page again.
  func list<Element: Sendable>(
    _ call: Call,
    _ name: String,
    takesLimit: Bool,
    _ make: @escaping ListIntake<Element>.Maker
  ) async throws(KeystoneError) -> [Element] {
    do throws(KeystoneError) {
      return try await whole(call, name, make)
    } catch {
      guard takesLimit, error.isOfIncompleteList else { throw error }
    }
    var limited = call
    limited.query.append(("limit", "\(Self.pageSize)"))
    return try await whole(limited, name, make)
  }

  private func whole<Element: Sendable>(
    _ call: Call,
    _ name: String,
    _ make: @escaping ListIntake<Element>.Maker
  ) async throws(KeystoneError) -> [Element] {
    let intake = ListIntake(name, of: Answer.place, make)
    var call = call
    call.sink = intake
    return try await send(call).elements(of: intake)
  }

  /// Asks for a list of users, groups, projects or domains, page by page.
  ///
  /// - Parameters:
  ///   - call: What to ask.
  ///   - name: What the list is called in the answer.
  /// - Returns: The records in the order of the answers: all of them, or an error.
  /// - Throws: ``KeystoneError``.
  func pagedList<Record: JSONRecord & Sendable>(
    _ call: Call,
    _ name: String
  ) async throws(KeystoneError) -> [Record] {
    try await pagedList(call, name) { row throws(ShapeFault) in try Record(row) }
  }

  /// The same as whatever is made of the objects.
  ///
  /// From 27 on Keystone cuts these at 1000 objects when no `limit` is asked for, without a word
  /// (`keystone.common.driver_hints`, `get_limit_or_max`). A directory gives all of them then, and
  /// ignores the marker, so that each page is the first one: whoever repeats an object is asked once
  /// more without a `limit`. Releases before 27 give all of them at once.
  func pagedList<Element: Sendable>(
    _ call: Call,
    _ name: String,
    _ make: @escaping ListIntake<Element>.Maker
  ) async throws(KeystoneError) -> [Element] {
    var elements: [Element] = []
    var seen: Set<String> = []
    var page = V3Page(limit: "\(Self.pageSize)")
    while true {
      let part = try await self.page(page, of: call, name, make)
      let ids = part.rows.lazy.map(\.id).filter { !$0.isEmpty }
      guard seen.isDisjoint(with: ids) else { return try await whole(call, name, make) }
      seen.formUnion(ids)
      elements += part.rows.compactMap(\.element)
      guard let next = part.next, !part.rows.isEmpty else { return elements }
      page = next
    }
  }

  private func page<Element: Sendable>(
    _ page: V3Page,
    of call: Call,
    _ name: String,
    _ make: @escaping ListIntake<Element>.Maker
  ) async throws(KeystoneError) -> (rows: [IdentifiedElement<Element>], next: V3Page?) {
    let intake = ListIntake(name, of: Answer.place) { row throws(ShapeFault) in
      IdentifiedElement(id: try row.identifier(), element: try make(row))
    }
    var call = call
    call.sink = intake
    call.query += page.query
    let answer = try await send(call)
    let (document, rows) = try answer.page(of: intake)
    let next: V3Page?
    do throws(ShapeFault) {
      next = try V3Page(after: document)
    } catch {
      throw answer.unreadable(.unexpectedShape(detail: error.detail))
    }
    // Cut off, and no way to the rest: a release before 27 with a `list_limit`.
    guard next != nil || !document.isTruncated else { throw answer.unreadable(.incompleteList) }
    return (rows, next)
  }
}

/// What is made of an object of a list, with the object's ID, by which one that comes twice is known.
private struct IdentifiedElement<Element: Sendable>: Sendable {
  let id: String
  let element: Element?
}
