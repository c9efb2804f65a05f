package import IdentityModel

/// Something that a person has to know beside the changes.
package enum PlanNote: Hashable, Sendable {
  /// The backend shows the row and cannot change or delete it.
  case unmanageable(ResourceKey, id: String)
  /// A service cannot go, because that endpoint would go with it and cannot be made again.
  case pinned(ResourceKey, byEndpoint: String)
  /// Users do not see the row, or not all of it, and the backend cannot enable it.
  case disabled(ResourceKey, id: String)
  /// Users do not see the row, and the one that replaces it for another reason is one that they see.
  case enabledByReplacement(ResourceKey, id: String)
  /// An interface that the backend does not list has another URL than the seed's.
  case strayInterface(EndpointKey, EndpointInterface, id: String, url: URLTemplate)
  /// It is there under that ID, which no request can name: nothing of it is read or changed.
  case unreachable(ResourceKey, id: String)
  /// The user or group is missing where those of its domain live in a directory that Keystone only reads;
  /// another one has nearly that name.
  case missingInDirectory(ResourceKey, live: QualifiedName?)
  /// The caller's own password is not set: Keystone would have the caller change it before anything
  /// else, so that the run would be the last one.
  case ownPasswordKept(QualifiedName)
  /// The caller's own password is set, and nothing tells whether it will open anything then.
  case ownPasswordSet(QualifiedName)
  /// The user or group lives in the directory of that domain, which Keystone only reads, and differs from the
  /// seed there; or a membership is missing that the directory keeps from being made.
  case heldInDirectory(ResourceKey, [FieldChange], of: Name?)
  /// The seed lists the user, group or membership under `absent`, and Keystone cannot take anything out of a
  /// directory.
  case staysInDirectory(ResourceKey, of: Name?)
  /// Pruning was asked for, and these live in the directory of that domain, which Keystone only reads.
  case notPrunedInDirectory([ResourceKey], of: Name?)
  /// More than one live object has the name, which Keystone should not allow.
  case ambiguous(ResourceKey, count: Int)
  /// The password was not checked, for the user is disabled.
  case passwordOfDisabledUser(QualifiedName)
  /// The account is locked, so that its password was not checked and is not set.
  case passwordOfLockedUser(QualifiedName)
  /// The account is locked, so that its password was not checked, and it is set all the same, which
  /// unlocks the account.
  case unlocksUser(QualifiedName)
  /// Accounts are unlocked, and nobody can know whether these are locked: their first passwords are
  /// neither tried nor set again.
  case firstPasswordsKept([QualifiedName])
  /// The password that a new user is to get cannot be had here, so that applying the plan here would
  /// fail; where the seed names it.
  case passwordLacking(QualifiedName, reason: String, place: String)
  /// The seed's password is right, and opens nothing before the user has changed it.
  case passwordToBeChanged(QualifiedName)
  /// The passwords of these users were not checked: they live where Keystone only reads.
  case passwordsOfReadOnlyUsers([QualifiedName])
  /// The logins of these users were refused, each of which may count towards a lock-out.
  case refusedLogins([QualifiedName])
  /// The password could not be checked; nothing of that user is changed.
  case passwordCheckFailed(QualifiedName, reason: String)
  /// The seed's name is not live, but one is that a database may take for it.
  case twin(ResourceKey, live: QualifiedName)
  /// The database takes the live object of that name for the declared one, which it stands for, and
  /// keeps its name.
  case adopted(ResourceKey, live: QualifiedName, id: String)
  /// The seed's name is not live, and is made: the database tells it from the one that is.
  case besideTwin(ResourceKey, live: QualifiedName)
  /// The identity service refuses every change of it, so that it stays as it is; with what would have
  /// changed, or nothing where it would have gone.
  case immutable(ResourceKey, id: String, [FieldChange])
  /// It is below another object than the seed says, or below none, and stays there: nothing can be moved.
  case staysBelow(ResourceKey, id: String, live: Name?, declared: Name)
  /// The seed does not mention it, and it is not pruned: the identity service refuses to delete it.
  case immutableNotPruned(ResourceKey, id: String)
  /// The seed does not mention it, and it is not pruned: a database may take it for that name, which
  /// the seed declares and which is live as well.
  case twinNotPruned(ResourceKey, of: QualifiedName)
  /// A tenant or user is made and one of nearly its name goes: that is no renaming.
  case startsEmpty(ResourceKey, insteadOf: Departure)
  /// A role goes, and with it all that is granted by it, or a domain, and with it all that lives in it,
  /// whether the seed declares that or not.
  /// Of a domain with what lives in it, as far as that was looked at.
  case takesAlong(ResourceKey, id: String, Residents? = nil)
  /// Pruning was asked for, and the seed does not declare the region: its endpoints stay.
  case regionNotPruned(Name, endpoints: Int)
  /// Pruning was asked for, and the seed declares nothing of that kind: none of it is pruned.
  case kindNotPruned(ResourceKind)
  /// A new endpoint meets one of another service of its type in its region, and a catalog shows one
  /// entry for both.
  case sharesType(EndpointKey, url: URLTemplate, LiveNeighbor)
  /// A new service has nearly the type of a live one, so that one of the two may be a slip.
  case nearType(ServiceKey, LiveNeighbor)
  /// The seed's region is another one than a live one to every client, and differs only by case.
  case regionDiffersOnlyByCase(Name, live: Name)
  /// The user is made without a password, so that nobody can log in as it.
  case withoutPassword(QualifiedName)
  /// The user has the role by a group, by inheritance or by implication, so that it cannot be taken
  /// away from the user.
  case indirect(RoleAssignment)
  /// It cannot be read which endpoints v3 made, and so cannot be changed or deleted.
  case originUnknown
  /// It cannot be read whether an interface of these endpoints is disabled by itself, or has another
  /// URL that the backend does not list.
  case interfacesUnknown([EndpointKey], UnknownInterfaces.Reason)
  /// The seed does not mention it, and it is not pruned: it is there under that ID, which no request
  /// can name.
  case unreachableNotPruned(ResourceKey, id: String)
  /// A registered limit is changed, and so many of their own, which keep it from that, are taken away
  /// meanwhile.
  case limitsGivenBack(ResourceKey, count: Int)
  /// These have limits of their own for a registered one, and at least one of theirs is not the seed's, so
  /// that it stays as it is; with what would have changed, or nothing where it would have gone.
  case limitHeld(ResourceKey, by: [LimitHolder], [FieldChange], isPruned: Bool)
  /// A user or group is gone from a directory, whose ID stands in place of a name, and has these assignments
  /// still; with why they are left.
  case holderIsGone(RoleAssignment.Holder, [RoleAssignment], GoneReason)
  /// Users or groups of a domain are in no list, or not all of them.
  case listGap(ListGap)
  /// The domain in which all users live is disabled, so that each login of these was refused whatever
  /// the password: none was checked, and none is set.
  case domainDisabled(id: String, users: [QualifiedName])

  /// It is not known who gains and who loses which roles by the changes of groups, of their roles and of
  /// implications.
  case consequencesUnknown(UnknownConsequences)

  /// How much a note matters.
  package enum Severity: String, Codable, Sendable {
    /// Worth knowing.
    case note
    /// Something differs from the seed and stays as it is.
    case drift
    /// The plan could not be made whole, so that the command fails.
    case error
  }

  /// How much the note matters.
  package var severity: Severity {
    switch self {
    case .ambiguous, .passwordCheckFailed: .error
    case .listGap(let gap): if case .failed = gap.reason { .error } else { .note }
    case .unmanageable, .pinned, .disabled, .strayInterface, .unreachable, .ownPasswordKept,
      .domainDisabled, .heldInDirectory, .staysInDirectory, .immutable, .staysBelow,
      .limitHeld(_, _, _, isPruned: false):
      .drift
    case .passwordOfDisabledUser, .kindNotPruned, .sharesType, .nearType,
      .regionDiffersOnlyByCase, .withoutPassword, .indirect, .originUnknown, .interfacesUnknown,
      .unreachableNotPruned:
      .note
    case .twin, .twinNotPruned, .adopted, .besideTwin, .immutableNotPruned, .startsEmpty,
      .takesAlong, .regionNotPruned:
      .note
    case .passwordOfLockedUser, .passwordToBeChanged, .passwordsOfReadOnlyUsers, .refusedLogins,
      .missingInDirectory, .notPrunedInDirectory, .holderIsGone:
      .note
    case .ownPasswordSet, .unlocksUser, .firstPasswordsKept, .passwordLacking,
      .enabledByReplacement, .limitsGivenBack, .limitHeld, .consequencesUnknown:
      .note
    }
  }

  /// Why the assignments of somebody who is gone are left.
  package enum GoneReason: Hashable, Sendable {
    /// Nobody asked for pruning.
    case notPruned
    /// They are none of the seed's, or it says of nobody which roles there are.
    case notOwn
    /// These domains list no user at all, so that nobody knows who is gone.
    case domainsListNobody([Name])
  }

  /// A tenant or user that goes.
  package struct Departure: Hashable, Sendable {
    package let name: QualifiedName
    package let id: String
    /// How many of its assignments are known.
    package let assignments: Int

    package init(name: QualifiedName, id: String, assignments: Int) {
      self.name = name
      self.id = id
      self.assignments = assignments
    }
  }

  /// Whether the note says that a difference will be left.
  package var leavesDrift: Bool { severity != .note }

  /// Whether users, the caller among them, would notice what the note says, so that a person has to
  /// agree.
  package var needsAgreement: Bool { sendsUsersElsewhere || setsOwnPassword != nil }

  /// Whether a person has to look at it before anything else: something is not as the seed says and
  /// stays so, users would notice, more goes than the plan's changes say, or it is not known who loses what, or a login failed.
  package var needsAttention: Bool {
    switch self {
    case .startsEmpty, .takesAlong, .unlocksUser, .refusedLogins, .consequencesUnknown: true
    default: leavesDrift || needsAgreement
    }
  }

  /// Whose password is set as whom the run works.
  package var setsOwnPassword: QualifiedName? {
    if case .ownPasswordSet(let caller) = self { caller } else { nil }
  }

  /// Whether users may be led to another service.
  package var sendsUsersElsewhere: Bool {
    switch self {
    case .sharesType, .nearType: true
    case .unmanageable, .pinned, .unreachable, .ownPasswordKept, .disabled, .strayInterface,
      .ambiguous, .passwordOfDisabledUser, .passwordCheckFailed, .kindNotPruned,
      .regionDiffersOnlyByCase, .withoutPassword, .indirect, .originUnknown, .interfacesUnknown,
      .unreachableNotPruned, .domainDisabled:
      false
    case .twin, .twinNotPruned, .adopted, .besideTwin, .immutable, .immutableNotPruned,
      .staysBelow, .startsEmpty, .takesAlong, .regionNotPruned:
      false
    case .passwordOfLockedUser, .passwordToBeChanged, .passwordsOfReadOnlyUsers, .refusedLogins,
      .missingInDirectory, .heldInDirectory, .staysInDirectory, .notPrunedInDirectory,
      .holderIsGone, .listGap:
      false
    case .ownPasswordSet, .unlocksUser, .firstPasswordsKept, .passwordLacking,
      .enabledByReplacement, .limitsGivenBack, .limitHeld, .consequencesUnknown:
      false
    }
  }
}
