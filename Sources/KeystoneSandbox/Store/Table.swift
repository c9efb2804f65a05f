/// Records by id and by unique name, listed in the order in which they were made.
///
/// Nothing in it takes longer with more records but the list, because somebody will try ten
/// thousand.
struct Table<Record: StoredRecord>: Sendable {
  private let names: NameCollation
  /// The records in order, with holes where some were removed.
  private var rows: [Record?] = []
  private var holes = 0
  private var placesByID: [ExactText: Int] = [:]
  private var placesByName: [ExactText: Int] = [:]

  /// Makes an empty table.
  init(names: NameCollation = .exact) {
    self.names = names
  }

  /// Every record, oldest first.
  var all: [Record] {
    rows.compactMap(\.self)
  }

  subscript(id: String) -> Record? {
    placesByID[ExactText(id)].flatMap { rows[$0] }
  }

  /// The record of that unique name.
  func named(_ name: String, in nameSpace: String = Record.homeNameSpace) -> Record? {
    placesByName[key(of: name, in: nameSpace)].flatMap { rows[$0] }
  }

  /// Puts a record in, in place of the one with its id if there is one.
  mutating func store(_ record: Record) {
    if let place = placesByID[ExactText(record.id)] {
      if let key = rows[place].flatMap(key) { placesByName[key] = nil }
      rows[place] = record
      index(record, at: place)
    } else {
      rows.append(record)
      index(record, at: rows.count - 1)
    }
  }

  /// Takes a record out and hands it back, or nil if there is none.
  mutating func remove(_ id: String) -> Record? {
    guard let place = placesByID.removeValue(forKey: ExactText(id)), let record = rows[place]
    else { return nil }
    if let key = key(of: record) { placesByName[key] = nil }
    rows[place] = nil
    holes += 1
    if holes > rows.count / 2 {
      closeHoles()
    }
    return record
  }

  private mutating func index(_ record: Record, at place: Int) {
    placesByID[ExactText(record.id)] = place
    if let key = key(of: record) { placesByName[key] = place }
  }

  private func key(of record: Record) -> ExactText? {
    record.uniqueName.map { key(of: $0, in: record.nameSpace) }
  }

  private func key(of name: String, in nameSpace: String) -> ExactText {
    ExactText(nameSpace + "\u{0}" + names.key(of: name))
  }

  private mutating func closeHoles() {
    let records = all
    rows = records
    holes = 0
    for (place, record) in records.enumerated() {
      index(record, at: place)
    }
  }
}
