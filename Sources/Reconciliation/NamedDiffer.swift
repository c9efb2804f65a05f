import IdentityModel

/// Compares the kinds whose key is a name that Keystone keeps unique: roles, tenants, users.
struct NamedDiffer<Value: Resource> where Value.Key == Name {
  let desired: [Value]
  let live: [Live<Value>]
  let absent: Set<Name>
  var secrets: UserPasswords?

  init(desired: [Value], live: [Live<Value>], absent: Set<Name>) {
    self.desired = desired
    self.live = live
    self.absent = absent
  }

  func append(to difference: inout Difference) {
    let rows = Dictionary(grouping: live, by: \.value.key)
    for value in desired {
      switch rows[value.key] {
      case nil:
        difference.changes.append(creation(of: value))
      case .some(let found) where found.count == 1:
        for row in found { compare(value, with: row, into: &difference) }
      case .some(let found):
        difference.notes.append(.ambiguous(value.resourceKey, count: found.count))
      }
    }
    let declared = Set(desired.map(\.key))
    for row in live where !declared.contains(row.value.key) {
      let isAbsent = absent.contains(row.value.key)
      let change = Change(
        .delete,
        row.value.resourceKey,
        liveID: row.id,
        reason: isAbsent ? .declaredAbsent : .unmanaged
      )
      if isAbsent {
        difference.changes.append(change)
      } else if row.value.resourceKey != .role(Role.memberName) {
        difference.unmanaged.append(change)
      }
    }
    noteCase(rows: rows, into: &difference)
  }

  private func creation(of value: Value) -> Change {
    var fields = value.fields.map { FieldChange($0.field, to: $0.value) }
    if let secrets, secrets.isDeclared(value.key) {
      fields.append(FieldChange(.password, to: .secret))
    }
    return Change(.create, value.resourceKey, fields: fields.inFieldOrder)
  }

  private func compare(_ value: Value, with row: Live<Value>, into difference: inout Difference) {
    var fields = FieldChange.between(desired: value.fields, live: row.value.fields)
    if let secrets, secrets.isDeclared(value.key) {
      switch secrets.checks[value.key] {
      case nil, .accepted:
        break
      case .refused:
        fields.append(FieldChange(.password, to: .secret))
      case .userDisabled:
        difference.notes.append(.passwordOfDisabledUser(value.key))
      case .failed(let reason):
        difference.notes.append(.passwordCheckFailed(value.key, reason: reason))
        return
      }
    }
    guard !fields.isEmpty else { return }
    difference.changes.append(
      Change(.update, value.resourceKey, liveID: row.id, fields: fields.inFieldOrder)
    )
  }

  /// Says where a create will meet a name that MySQL's default collation holds for equal.
  private func noteCase(rows: [Name: [Live<Value>]], into difference: inout Difference) {
    let missing = desired.filter { rows[$0.key] == nil }
    guard !missing.isEmpty else { return }
    let folded = Dictionary(live.map { (lowercased($0.value.key), $0.value.key) }) { min($0, $1) }
    for value in missing {
      guard let other = folded[lowercased(value.key)] else { continue }
      difference.notes.append(.differsOnlyByCase(value.resourceKey, live: other))
    }
  }

  private func lowercased(_ name: Name) -> Name { Name(name.text.lowercased()) }
}

/// Which users have a declared password, and what logging in with it said.
struct UserPasswords {
  let declared: Dictionary<Name, Secret>.Keys
  let checks: [Name: PasswordCheck]

  func isDeclared(_ user: Name) -> Bool { declared.contains(user) }
}

extension [FieldChange] {
  /// The same changes in the order in which a plan shows fields.
  var inFieldOrder: [FieldChange] {
    count < 2 ? self : Field.allCases.flatMap { field in filter { $0.field == field } }
  }
}
