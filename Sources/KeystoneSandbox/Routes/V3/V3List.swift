/// A list as v3 answers it, with the traps of the release and of the kind.
struct V3List<Record> {
  /// How a list is cut.
  enum Cut {
    /// Pages by `limit` and `marker`, and never more than the database's limit; `list_limit` counts
    /// whatever is asked for.
    case pagesOfListLimit
    /// The same, and what is asked for counts more than `list_limit`.
    case pages
    /// `limit` is heard and `marker` is not: the next page is the first one again.
    case firstPageForEver
    /// The same, and `list_limit` counts whatever is asked for: those who are in a group, and the groups of
    /// a user (`keystone.identity.core`, `_set_list_limit_in_hints`).
    case firstPageOfListLimit
    /// It is always whole.
    case never
  }

  let name: String
  let cut: Cut
  let id: (Record) -> String
  let document: (Record) -> JSONObject

  /// The answer with those of the records that are asked for.
  func answer(
    _ records: [Record],
    _ call: Call,
    _ options: ServerOptions
  ) throws(Refusal) -> Answer {
    let page = try page(records, call, options)
    var document: JSONObject = [
      name: .array(page.records.map { .object(self.document($0)) }),
      "links": [
        "next": page.next ?? .null, "self": call.ownLink, "previous": nil,
      ],
    ]
    if page.isCut {
      document["truncated"] = true
    }
    return .document(document)
  }

  private struct Page {
    var records: [Record]
    var next: JSONValue?
    var isCut = false
  }

  private func page(
    _ records: [Record],
    _ call: Call,
    _ options: ServerOptions
  ) throws(Refusal) -> Page {
    guard cut != .never else { return Page(records: records) }
    guard options.release.hasPages else {
      let limit = options.listLimit ?? .max
      return Page(records: Array(records.prefix(limit)), isCut: records.count > limit)
    }
    let asked = try askedFor(call).map { min($0, options.databaseLimit) }
    let size: Int?
    var rest = records
    switch cut {
    case .pagesOfListLimit, .firstPageOfListLimit: size = options.listLimit ?? asked
    case .pages, .firstPageForEver: size = asked ?? options.listLimit
    case .never: size = nil
    }
    if hearsMarkers {
      rest.sort { id($0) < id($1) }
      if let marker = call.parameter("marker") {
        guard let place = rest.firstIndex(where: { id($0) == marker }) else {
          throw .notFound("Marker \(marker) could not be found.")
        }
        rest.removeFirst(place + 1)
      }
    }
    if let size, size < 1 { return unlimited(rest, size, call, options) }
    guard let size else {
      // The database's limit leaves no trace in the answer.
      return Page(
        records: hearsMarkers ? Array(rest.prefix(options.databaseLimit)) : rest
      )
    }
    let isCut = rest.count > size || rest.count == size && marksFullPages(call)
    guard isCut, let last = rest.prefix(size).last else { return Page(records: rest) }
    return Page(
      records: Array(rest.prefix(size)),
      next: next(after: id(last), size, call),
      isCut: true
    )
  }

  /// Whether a marker is heard, and the database's limit with it.
  private var hearsMarkers: Bool {
    switch cut {
    case .pages, .pagesOfListLimit: true
    case .firstPageForEver, .firstPageOfListLimit, .never: false
    }
  }

  /// Whether a page that is full says that there is more, whatever there is; of users and groups one
  /// that is filtered does.
  private func marksFullPages(_ call: Call) -> Bool {
    switch cut {
    case .pages: true
    case .pagesOfListLimit:
      call.parameters.contains { name, _ in
        ["domain_id", "enabled", "name"].contains { name == $0 || name.hasPrefix($0 + "__") }
      }
    case .firstPageForEver, .firstPageOfListLimit, .never: false
    }
  }

  /// `limit`, where it is a number of rows; what is no number makes the server stumble.
  private func askedFor(_ call: Call) throws(Refusal) -> Int? {
    guard let text = call.parameter("limit") else { return nil }
    guard let limit = Int(text) else { throw .escaped }
    return limit
  }

  /// A limit below one: the database takes it for none in the lists that have pages and for no rows
  /// in the others, and what is above it says either time that something is missing.
  private func unlimited(
    _ rest: [Record],
    _ limit: Int,
    _ call: Call,
    _ options: ServerOptions
  ) -> Page {
    let rows = hearsMarkers ? Array(rest.prefix(options.databaseLimit)) : []
    return Page(
      records: rows,
      next: rows.last.map { next(after: id($0), limit, call) },
      isCut: true
    )
  }

  private func next(after marker: String, _ size: Int, _ call: Call) -> JSONValue {
    let parts = call.target.split(separator: "?", maxSplits: 1)
    var query = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
    for (name, value) in [("marker", marker), ("limit", String(size))] {
      if let place = query.firstIndex(where: { $0.hasPrefix(name + "=") }) {
        query[place] = "\(name)=\(value)"
      } else {
        query.append("\(name)=\(value)")
      }
    }
    return .string("\(call.root)\(parts[0])?\(query.joined(separator: "&"))")
  }
}
