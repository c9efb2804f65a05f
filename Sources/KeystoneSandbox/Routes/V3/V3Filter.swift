/// What a query leaves of a list: rows whose attributes are, or hold, what it says.
struct V3Filter<Record: Sendable>: Sendable {
  /// What an attribute is compared as.
  enum Kind: Sendable {
    /// As the database compares names; `name__icontains` and its like are known as well.
    case text
    /// As a switch.
    case flag
    /// One of those names, and nothing else on the newest release.
    case choice([String])
  }

  let name: String
  var kind = Kind.text
  /// Whether the newest release refuses an empty value.
  var refusesEmpty = true
  let value: @Sendable (Record) -> String?

  /// The records that pass all filters.
  ///
  /// - Throws: A 400 of the newest release for a value that can't be one.
  static func apply(
    _ filters: [V3Filter],
    to records: [Record],
    _ call: Call,
    _ options: ServerOptions
  ) throws(Refusal) -> [Record] {
    var tests: [(Record) -> Bool] = []
    for (name, value) in call.parameters {
      for filter in filters {
        if let test = try filter.test(name, value, options) { tests.append(test) }
      }
    }
    guard !tests.isEmpty else { return records }
    return records.filter { record in tests.allSatisfy { $0(record) } }
  }

  private func test(
    _ parameter: String,
    _ wanted: String,
    _ options: ServerOptions
  ) throws(Refusal) -> ((Record) -> Bool)? {
    let value = value
    if parameter == name {
      if options.release == .current { try check(wanted) }
      switch kind {
      case .flag:
        let isOn = !["false", "0", "no", "off", "n"].contains(wanted.lowercased())
        return { value($0) == (isOn ? "true" : "false") }
      case .text, .choice:
        let key = options.nameCollation.key(of: wanted)
        let names = options.nameCollation
        return { record in value(record).map { ExactText.same(names.key(of: $0), key) } ?? false }
      }
    }
    guard case .text = kind, parameter.hasPrefix(name + "__") else { return nil }
    var way = parameter.dropFirst(name.count + 2)
    let ignoresCase = way.hasPrefix("i")
    if ignoresCase { way.removeFirst() }
    let sought = ignoresCase ? wanted.lowercased() : wanted
    let compare: (String) -> Bool
    switch way {
    case "contains": compare = { $0.contains(sought) }
    case "startswith": compare = { $0.hasPrefix(sought) }
    case "endswith": compare = { $0.hasSuffix(sought) }
    default: return nil
    }
    return { record in
      value(record).map { compare(ignoresCase ? $0.lowercased() : $0) } ?? false
    }
  }

  private func check(_ wanted: String) throws(Refusal) {
    let breach = Breach(release: .current, path: [name])
    switch kind {
    case .text where refusesEmpty && wanted.isEmpty:
      throw breach.refusal("minLength", "'' should be non-empty", "")
    case .text: break
    case .flag:
      let value = JSONValue.string(wanted)
      guard V3Schema.switches.contains(value) else {
        throw breach.notOneOf(V3Schema.switches, value)
      }
    case .choice(let names):
      guard names.contains(wanted) else {
        throw breach.notOneOf(names.map(JSONValue.string), .string(wanted))
      }
    }
  }
}
