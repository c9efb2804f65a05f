import IdentityModel
import Texts

extension PlanNote {
  /// The order in which a plan shows notes: by the object that each is about, those about a whole
  /// kind, or about many objects, last.
  package static func precedes(_ left: PlanNote, _ right: PlanNote) -> Bool {
    switch (left.subject, right.subject) {
    case (let left?, let right?) where left != right:
      DependencyOrder.createsBefore(left, right)
    case (nil, _?): false
    case (_?, nil): true
    case (_, _):
      left.rank == right.rank ? left.detail < right.detail : left.rank < right.rank
    }
  }

  /// The object that it is about.
  var subject: ResourceKey? {
    switch self {
    case .unmanageable(let key, _), .pinned(let key, _), .disabled(let key, _),
      .enabledByReplacement(let key, _), .ambiguous(let key, _), .unreachable(let key, _),
      .twin(let key, _), .twinNotPruned(let key, _), .adopted(let key, _, _),
      .besideTwin(let key, _), .immutable(let key, _, _), .immutableNotPruned(let key, _),
      .startsEmpty(let key, _), .unreachableNotPruned(let key, _), .staysBelow(let key, _, _, _):
      key
    case .takesAlong(let key, _, _), .limitsGivenBack(let key, _), .limitHeld(let key, _, _, _),
      .missingInDirectory(let key, _), .heldInDirectory(let key, _, _),
      .staysInDirectory(let key, _):
      key
    case .passwordOfDisabledUser(let user), .passwordOfLockedUser(let user),
      .passwordToBeChanged(let user), .passwordCheckFailed(let user, _),
      .ownPasswordKept(let user), .withoutPassword(let user), .ownPasswordSet(let user),
      .unlocksUser(let user), .passwordLacking(let user, _, _):
      .user(user)
    case .sharesType(let key, _, _), .strayInterface(let key, _, _, _): .endpoint(key)
    case .nearType(let key, _): .service(key)
    case .indirect(let assignment): .assignment(assignment)
    case .kindNotPruned, .regionDiffersOnlyByCase, .originUnknown, .regionNotPruned,
      .passwordsOfReadOnlyUsers, .refusedLogins, .interfacesUnknown, .domainDisabled,
      .notPrunedInDirectory, .firstPasswordsKept, .consequencesUnknown, .holderIsGone, .listGap:
      nil
    }
  }

  private var rank: Int {
    switch self {
    case .unmanageable: 0
    case .pinned: 1
    case .ambiguous: 2
    case .passwordOfDisabledUser: 3
    case .passwordCheckFailed: 4
    case .twin: 5
    case .twinNotPruned: 6
    case .startsEmpty: 7
    case .takesAlong: 8
    case .passwordOfLockedUser: 9
    case .passwordToBeChanged: 10
    case .unreachable: 11
    case .missingInDirectory: 12
    case .ownPasswordKept: 13
    case .disabled: 14
    case .sharesType: 15
    case .nearType: 16
    case .withoutPassword: 17
    case .strayInterface: 18
    case .indirect: 19
    case .kindNotPruned: 20
    case .regionNotPruned: 21
    case .regionDiffersOnlyByCase: 22
    case .originUnknown: 23
    case .passwordsOfReadOnlyUsers: 24
    case .refusedLogins: 25
    case .interfacesUnknown: 26
    case .domainDisabled: 27
    case .unreachableNotPruned: 28
    case .ownPasswordSet: 29
    case .heldInDirectory: 30
    case .staysInDirectory: 31
    case .unlocksUser: 32
    case .passwordLacking: 33
    case .enabledByReplacement: 34
    case .notPrunedInDirectory: 35
    case .firstPasswordsKept: 36
    case .adopted: 37
    case .besideTwin: 38
    case .immutable: 39
    case .immutableNotPruned: 40
    case .staysBelow: 41
    case .limitsGivenBack: 42
    case .limitHeld: 43
    case .consequencesUnknown: 44
    case .holderIsGone: 45
    case .listGap: 46
    }
  }

  /// What tells two notes of one sort about one object apart.
  private var detail: ExactText {
    switch self {
    case .unmanageable(_, let id), .pinned(_, let id), .disabled(_, let id),
      .enabledByReplacement(_, let id), .strayInterface(_, _, let id, _),
      .unreachable(_, let id), .unreachableNotPruned(_, let id), .domainDisabled(let id, _),
      .adopted(_, _, let id), .immutable(_, let id, _), .immutableNotPruned(_, let id),
      .staysBelow(_, let id, _, _):
      ExactText(id)
    case .missingInDirectory(_, let live): live.map { ExactText($0.text) } ?? ""
    case .ownPasswordKept, .ambiguous, .passwordOfDisabledUser, .passwordOfLockedUser,
      .passwordToBeChanged, .passwordsOfReadOnlyUsers, .refusedLogins, .withoutPassword, .indirect,
      .originUnknown, .interfacesUnknown, .ownPasswordSet, .heldInDirectory, .staysInDirectory,
      .unlocksUser, .firstPasswordsKept, .limitsGivenBack, .limitHeld, .consequencesUnknown:
      ""
    case .notPrunedInDirectory(_, let domain): ExactText(domain?.text ?? "")
    case .holderIsGone(let holder, _, _):
      ExactText("\(holder.key.kind.rawValue) \(holder.name.text)")
    case .listGap(let gap):
      ExactText("\(gap.directory.domain?.text ?? "") \(gap.directory.kind.rawValue)")
    case .passwordLacking(_, let reason, _): ExactText(reason)
    case .passwordCheckFailed(_, let reason): ExactText(reason)
    case .twin(_, let live), .besideTwin(_, let live): ExactText(live.text)
    case .twinNotPruned(_, let declared): ExactText(declared.text)
    case .startsEmpty(_, let departure): ExactText(departure.name.text)
    case .takesAlong(_, let id, _): ExactText(id)
    case .kindNotPruned(let kind): ExactText(kind.rawValue)
    case .sharesType(_, _, let neighbor), .nearType(_, let neighbor):
      ExactText(neighbor.service.description)
    case .regionDiffersOnlyByCase(let region, let live): ExactText("\(region) \(live)")
    case .regionNotPruned(let region, _): ExactText(region.text)
    }
  }
}
