/// Records by id and by unique name, listed in the order in which they were made.
struct Table<Record: StoredRecord>: Sendable {
  private var records: [ExactText: Record] = [:]
  private var order: [ExactText] = []
  private var idsByName: [ExactText: ExactText] = [:]

  /// Every record, oldest first.
  var all: [Record] {
    order.compactMap { records[$0] }
  }

  subscript(id: String) -> Record? {
    records[ExactText(id)]
  }

  /// The record of that unique name.
  func named(_ name: String) -> Record? {
    idsByName[ExactText(name)].flatMap { records[$0] }
  }

  /// Puts a record in, in place of the one with its id if there is one.
  mutating func store(_ record: Record) {
    let id = ExactText(record.id)
    if let former = records.updateValue(record, forKey: id) {
      if let name = former.uniqueName { idsByName[ExactText(name)] = nil }
    } else {
      order.append(id)
    }
    if let name = record.uniqueName { idsByName[ExactText(name)] = id }
  }

  /// Takes a record out and hands it back, or nil if there is none.
  mutating func remove(_ id: String) -> Record? {
    guard let record = records.removeValue(forKey: ExactText(id)) else { return nil }
    order.removeAll { $0 == ExactText(id) }
    if let name = record.uniqueName { idsByName[ExactText(name)] = nil }
    return record
  }
}
