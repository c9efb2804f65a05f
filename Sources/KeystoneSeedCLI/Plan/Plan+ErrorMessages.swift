import Reconciliation

extension Plan {
  /// What kept the plan from being whole, a message for each note that makes a command fail.
  ///
  /// - Parameter backend: What the backend is called where it sets a limit, such as `v2.0`.
  /// - Returns: The messages, in the order of the notes.
  func errorMessages(backend: String) -> [ErrorMessage] {
    notes.filter { $0.severity == .error }.map { note in
      ErrorMessage(PlanNoteWording.text(of: note, backend: backend), hints: note.hints)
    }
  }
}

extension PlanNote {
  /// What to do about it.
  fileprivate var hints: [String] {
    switch self {
    case .ambiguous:
      ["Keystone should not allow it. Rename or delete all but one of them by ID, and run again."]
    case .listGap:
      [
        "The rest is not concerned. See Keystone's log, and that of the directory behind the domain; then"
          + " run again."
      ]
    case .unmanageable, .pinned, .disabled, .strayInterface, .passwordOfDisabledUser,
      .passwordCheckFailed, .kindNotPruned, .sharesType, .nearType, .regionDiffersOnlyByCase,
      .withoutPassword, .indirect, .originUnknown, .twin, .twinNotPruned, .startsEmpty,
      .takesAlong, .regionNotPruned, .unreachable, .ownPasswordKept, .passwordOfLockedUser,
      .passwordToBeChanged, .passwordsOfReadOnlyUsers, .refusedLogins, .missingInDirectory,
      .interfacesUnknown, .unreachableNotPruned, .domainDisabled, .ownPasswordSet,
      .heldInDirectory, .staysInDirectory, .notPrunedInDirectory, .unlocksUser,
      .firstPasswordsKept, .passwordLacking, .enabledByReplacement, .adopted, .besideTwin,
      .immutable, .immutableNotPruned, .staysBelow, .limitsGivenBack, .limitHeld,
      .consequencesUnknown, .holderIsGone:
      []
    }
  }
}
