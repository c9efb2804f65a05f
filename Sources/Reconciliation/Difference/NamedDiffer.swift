import IdentityModel

/// Compares the objects of a kind whose key is a name that Keystone keeps unique.
struct NamedDiffer<Value: NamedResource> {
  let desired: [Value]
  let live: [Live<Value>]
  let absent: Set<QualifiedName>
  var secrets: UserPasswords?
  /// What is there and in no list, since no request can name it.
  let unreachable: [ResourceKey: String]
  /// What was asked about declared names that nothing live has to the letter.
  let twins: [ResourceKey: Twin]
  /// What is somebody else's, and never made.
  let existing: Set<ResourceKey>
  /// What declared objects were called.
  let former: [ResourceKey: ResourceKey]
  /// What the live ones are called that are to be renamed, by the new keys, which they have in the list.
  let renamed: [ResourceKey: ResourceKey]
  /// What the backend has made by itself, so that it is never counted as unmanaged.
  var spared: QualifiedName?

  init(_ desired: DesiredState, _ live: LiveState) {
    self.desired = Value.declared(in: desired)
    self.live = live[keyPath: Value.live]
    absent = desired.absent[Value.namedKind]
    unreachable = live.unreachable
    twins = live.twins
    existing = desired.existing
    former = desired.former.filter { $0.key.kind == Value.kind }
    renamed = live.renamed
  }

  func append(to difference: inout Difference) {
    let rows = NamedRows(live.map(\.value.key))
    var missing: [Value] = []
    var isDeclared = [Bool](repeating: false, count: live.count)
    for value in desired {
      if let id = unreachable[value.resourceKey] {
        difference.notes.append(.unreachable(value.resourceKey, id: id))
        continue
      }
      guard let index = rows.firstIndex(of: value.key) else {
        guard !existing.contains(value.resourceKey) else {
          let names = live.map(\.value.key.description)
          difference.missing.append(MissingObject(value.resourceKey, among: names))
          continue
        }
        if let old = former[value.resourceKey], let id = unreachable[old] {
          difference.notes.append(.unreachable(old, id: id))
          continue
        }
        difference.changes.append(creation(of: value))
        if isWithoutPassword(value) { difference.notes.append(.withoutPassword(value.key)) }
        missing.append(value)
        continue
      }
      isDeclared[index] = true
      let count = rows.count(at: index)
      if count == 1 {
        if case .same(let own) = twins[value.resourceKey] {
          difference.notes.append(.adopted(value.resourceKey, live: own, id: live[index].id))
        }
        compare(value, with: live[index], into: &difference)
      } else {
        difference.notes.append(.ambiguous(value.resourceKey, count: count))
      }
    }
    for (index, row) in live.enumerated() where !isDeclared[rows.first(of: index)] {
      let isAbsent = absent.contains(row.value.key)
      let change = Change.delete(
        row.value.resourceKey,
        row: row.id,
        because: isAbsent ? .declaredAbsent : .unmanaged
      )
      if isAbsent {
        difference.changes += [preparation(toDelete: row), change].compactMap(\.self)
      } else if Value.isPruned, row.value.key != spared {
        difference.unmanaged.append(change)
      }
    }
    for (key, id) in unreachable where key.kind == Value.kind {
      if absent.contains(where: { key == key.named($0) }) {
        difference.notes.append(.unreachable(key, id: id))
      } else if !desired.isEmpty, !desired.contains(where: { $0.resourceKey == key }) {
        difference.pruneNotes.append(.unreachableNotPruned(key, id: id))
      }
    }
    noteTwins(of: missing, into: &difference)
    difference.renameConflicts += RenameConflict.find(
      former,
      among: former.isEmpty ? [] : live.map(\.value.resourceKey)
    )
  }

  /// What has to be changed of a row before it can be deleted.
  private func preparation(toDelete row: Live<Value>) -> Change? {
    row.value.deletable.map { value in
      .update(
        .named(value.asNamed),
        row: row.id,
        fields: FieldChange.between(desired: value.fields, live: row.value.fields)
      )
    }
  }

  private func creation(of value: Value) -> Change {
    .create(.named(value.asNamed, setsPassword: secrets?.isDeclared(value.key) == true))
  }

  /// Whether nobody can log in as the user that is made, though it is not disabled.
  private func isWithoutPassword(_ value: Value) -> Bool {
    guard let secrets, !secrets.isDeclared(value.key) else { return false }
    return value.fields[.enabled] != .flag(false)
  }

  private func compare(_ value: Value, with row: Live<Value>, into difference: inout Difference) {
    var fields = FieldChange.between(desired: value, live: row.value)
    switch secrets?.checks[value.key] {
    case nil, .accepted, .readOnly, .domainDisabled:
      // Of a domain there is one note for all its users.
      break
    case .some where secrets?.isDeclared(value.key) != true:
      break
    case .refused:
      fields.append(FieldChange(.password, to: .secret))
    case .toBeUnlocked:
      fields.append(FieldChange(.password, to: .secret))
      difference.notes.append(.unlocksUser(value.key))
    case .userDisabled:
      difference.notes.append(.passwordOfDisabledUser(value.key))
    case .locked:
      difference.notes.append(.passwordOfLockedUser(value.key))
    case .mustBeChanged:
      difference.notes.append(.passwordToBeChanged(value.key))
    case .failed(let reason):
      difference.notes.append(.passwordCheckFailed(value.key, reason: reason))
      return
    }
    if let old = renamed[value.resourceKey]?.uniqueName {
      fields.append(FieldChange(.name, from: .text(old.text), to: .text(value.key.text)))
    }
    for field in fields where Value.fixedFields.contains(field.field) {
      guard case .text(let declared)? = field.to else { continue }
      var own: Name?
      if case .text(let live)? = field.from { own = Name(live) }
      difference.notes.append(
        .staysBelow(value.resourceKey, id: row.id, live: own, declared: Name(declared))
      )
    }
    fields.removeAll { Value.fixedFields.contains($0.field) }
    guard !fields.isEmpty else { return }
    let setsPassword = fields.contains { $0.field == .password }
    difference.changes.append(
      .update(
        .named(value.asNamed, setsPassword: setsPassword),
        row: row.id,
        fields: fields.inFieldOrder
      )
    )
  }

  /// Says where a create will meet a name that a database may hold for equal.
  ///
  /// Only what is missing is kept by its folded name: it is little, or the cloud is.
  private func noteTwins(of missing: [Value], into difference: inout Difference) {
    guard !missing.isEmpty else { return }
    let sought = Set(missing.map(\.key.folded))
    var found: [QualifiedName: QualifiedName] = [:]
    for row in live {
      let folded = row.value.key.folded
      guard sought.contains(folded) else { continue }
      found[folded] = min(found[folded] ?? row.value.key, row.value.key)
    }
    for value in missing {
      guard let other = found[value.key.folded] else { continue }
      let isTold = twins[value.resourceKey] == .other
      difference.notes.append(
        isTold
          ? .besideTwin(value.resourceKey, live: other) : .twin(value.resourceKey, live: other)
      )
    }
  }
}

extension [FieldChange] {
  /// The same changes in the order in which a plan shows fields.
  var inFieldOrder: [FieldChange] { sorted { $0.field < $1.field } }
}

extension [FieldSetting] {
  /// The same settings in the order in which a plan shows fields.
  var inFieldOrder: [FieldSetting] { sorted { $0.field < $1.field } }
}
