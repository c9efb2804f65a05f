import IdentityModel

extension CatalogDiffer {
  /// What is somebody else's and not there, spelled as the seed does: with its type or without.
  private func missing(_ key: ServiceKey) -> MissingObject {
    key.type == ServiceKey.anyType
      ? MissingObject(
        .service(key),
        spelled: key.name.text,
        among: live.services.map(\.value.name.text)
      )
      : MissingObject(.service(key), among: live.services.map(\.value.key.description))
  }

  /// Compares services, of which one row stands for each that is declared.
  func compareServices(into difference: inout Difference) {
    for service in desired.services {
      guard let survivor = services.survivor(of: service.key) else {
        guard !isSomebodyElses(service.key) else {
          difference.missing.append(missing(service.key))
          continue
        }
        difference.changes.append(.create(.service(service)))
        continue
      }
      if let shown = live.unreachableRows[survivor.id] {
        difference.notes.append(.unreachable(.service(service.key), id: shown))
        continue
      }
      guard !isSomebodyElses(service.key) else {
        if let count = ambiguous[service.key] {
          difference.notes.append(.ambiguous(.service(service.key), count: count))
        }
        continue
      }
      var fields = FieldChange.between(desired: service.fields, live: survivor.value.fields)
      fields += renaming(to: service.key)
      if survivor.value.isShown != service.isShown { fields.append(.showing(service.isShown)) }
      guard !fields.isEmpty else { continue }
      difference.changes.append(
        .update(
          .service(service.over(survivor.value)),
          row: survivor.id,
          fields: fields.inFieldOrder
        )
      )
    }
    for row in live.services where !services.isSurvivor(row) {
      let key = ResourceKey.service(row.value.key)
      if isSomebodyElses(row.value.key) {
        continue
      } else if services.isDeclared(row.value.key) {
        difference.changes.append(.delete(key, row: row.id, because: .duplicate))
      } else if isAbsent(row.value.key) {
        difference.changes.append(.delete(key, row: row.id, because: .declaredAbsent))
      } else {
        difference.unmanaged.append(.delete(key, row: row.id, because: .unmanaged))
      }
    }
  }

  private func renaming(to key: ServiceKey) -> [FieldChange] {
    guard case .service(let old) = live.renamed[.service(key)] else { return [] }
    return [
      FieldChange(.name, from: .text(old.name.text), to: .text(key.name.text)),
      FieldChange(.type, from: .text(old.type.text), to: .text(key.type.text)),
    ].filter { $0.from != $0.to }
  }

  /// The services that are to be renamed although one with the new name is there, or that are there
  /// several times.
  var renameConflicts: [RenameConflict] {
    let former = desired.former.filter { $0.key.kind == .service }
    return RenameConflict.find(
      former,
      among: former.isEmpty ? [] : live.services.map(\.value.resourceKey)
    )
  }
}

extension Service {
  /// A row that holds what the seed declares, and the live row's description where it does not.
  fileprivate func over(_ row: Service) -> Service {
    Service(
      type: type,
      name: name,
      description: description ?? row.description,
      isShown: isShown
    )
  }
}
