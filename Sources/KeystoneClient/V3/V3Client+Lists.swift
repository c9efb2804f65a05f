extension V3Client {
  /// How many objects are asked for at a time: what Keystone gives at most (`max_db_limit`).
  private static let pageSize = 1000

  /// Asks for a list that Keystone gives whole, or says that it cut it off.
  ///
  /// Roles, services and endpoints are cut off at `list_limit` alone, which another `limit` overrides
  /// (`keystone.common.provider_api`, `driver_hints.truncated`). The link to a next page is never
  /// followed: these lists ignore its marker, so that it leads to the first page again.
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
    do throws(KeystoneError) {
      return try await whole(call, name)
    } catch {
      guard takesLimit, error.isOfIncompleteList else { throw error }
    }
    var limited = call
    limited.query.append(("limit", "\(Self.pageSize)"))
    return try await whole(limited, name)
  }

  private func whole<Record: JSONRecord & Sendable>(
    _ call: Call,
    _ name: String
  ) async throws(KeystoneError) -> [Record] {
    let intake = ListIntake(name, of: Answer.place) { row throws(ShapeFault) in try Record(row) }
    var call = call
    call.sink = intake
    return try await send(call).elements(of: intake)
  }

  /// Asks for a list of users, groups, projects or domains, page by page.
  ///
  /// From 27 on Keystone cuts these at 1000 objects when no `limit` is asked for, without a word
  /// (`keystone.common.driver_hints`, `get_limit_or_max`). A directory gives all of them then, and
  /// ignores the marker, so that each page is the first one: whoever repeats an object is asked once
  /// more without a `limit`. Releases before 27 give all of them at once.
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
    var records: [Record] = []
    var seen: Set<String> = []
    var page = V3Page(limit: "\(Self.pageSize)")
    while true {
      let part: (rows: [IdentifiedRecord<Record>], next: V3Page?) = try await self.page(
        page,
        of: call,
        name
      )
      let ids = part.rows.lazy.map(\.id).filter { !$0.isEmpty }
      guard seen.isDisjoint(with: ids) else { return try await whole(call, name) }
      seen.formUnion(ids)
      records += part.rows.map(\.record)
      guard let next = part.next, !part.rows.isEmpty else { return records }
      page = next
    }
  }

  private func page<Record: JSONRecord & Sendable>(
    _ page: V3Page,
    of call: Call,
    _ name: String
  ) async throws(KeystoneError) -> (rows: [IdentifiedRecord<Record>], next: V3Page?) {
    let intake = ListIntake(name, of: Answer.place) { row throws(ShapeFault) in
      try IdentifiedRecord<Record>(row)
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

/// An object of a list with its ID, by which one that comes twice is known.
private struct IdentifiedRecord<Record: JSONRecord & Sendable>: Sendable {
  let id: String
  let record: Record

  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    record = try Record(row)
  }
}
