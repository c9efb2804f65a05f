import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Reconciliation

extension StepFailure {
  /// What happened to that change and what to do about it, the object first.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: The message.
  func message(for change: Change, over backend: String) -> ErrorMessage {
    let kind = change.key.kind.noun(over: backend)
    let subject = change.key.words(over: backend)
    if let error = serverError, !change.unstorable.isEmpty {
      return ErrorMessage("\(subject): \(error.message.summary)", hints: change.unstorable)
    }
    switch self {
    case .request(let error)
    where change.sets(.password)
      && error.keystoneError?.refusal?.accountState == .passwordExpired:
      // Only the user the run works as logs in to go on.
      return ErrorMessage(
        "\(subject): the password was set, and opens nothing before its user has changed it "
          + "(change_password_upon_first_use)",
        hints: [
          "Change it over v3, POST /v3/users/\(change.liveID ?? "ID")/password with the seed's as the "
            + "original_password, or go on with the admin token."
        ]
      )
    case .request(let error):
      let inner = error.message
      return ErrorMessage("\(subject): \(inner.summary)", hints: inner.hints)
    case .outcomeUnknown(let error):
      return ErrorMessage(
        "\(subject): \(error.message.summary)",
        hints: [
          "It is not known whether it was done: \(error.lossInWords), and it may still be done.",
          "Run the same command again: it looks first, and does nothing twice.",
        ]
      )
    case .nameTaken(let error, let holder?):
      let name = TerminalText.harmless(holder.name.shown)
      return ErrorMessage(
        "\(subject): \(error.message.summary)",
        hints: [
          "The live \(kind) \(name), id \(holder.id), has that name already: on MySQL the two are the "
            + "same.",
          "Call it \(name) in the seed as well, or have it renamed; v3 can.",
        ]
      )
    case .nameTaken(let error, nil):
      return ErrorMessage(
        "\(subject): \(error.message.summary)",
        hints: [
          "No \(kind) of that name is listed: one of another domain may have it, or one whose name is "
            + "the same on MySQL."
        ]
      )
    case .notReadBack:
      return ErrorMessage(
        "\(subject): the new row is not in the list that was read after it was made",
        hints: ["The old row was left in place. Run the same command again."]
      )
    case .passwordStillRefused:
      return ErrorMessage(
        "\(subject): the password was set, and a login with it is still refused",
        hints: [
          "Keystone may not check passwords itself, or not with what it stores: see its log for "
            + "the login. It is not set again in this run."
        ]
      )
    case .stillThere:
      let row = change.liveID.map { " the row \(TerminalText.harmless($0))" } ?? " it"
      return ErrorMessage(
        "\(subject): Keystone says that\(row) is deleted, and it is still there",
        hints: [
          "It may have been made again, or a proxy answers in Keystone's place: see "
            + "Keystone's log. It is not deleted again in this run."
        ]
      )
    case .locksOutCaller(let witness):
      return ErrorMessage(
        "\(subject): the password was not set: the one that this run has set of user "
          + "\(TerminalText.harmless(witness.text)) opens nothing before its user has changed it "
          + "(change_password_upon_first_use)",
        hints: [
          "This run works as that user, whom a new password would lock out as well.",
          Self.ownChange,
        ]
      )
    case .missingID:
      return ErrorMessage(
        "\(subject): an object that it needs is not there any more",
        hints: ["Somebody else may have deleted it. Run the same command again."]
      )
    }
  }

  /// How a user changes the password without having an administrator set it.
  private static let ownChange =
    "Change it as that user, over v3, to the seed's: openstack user password set. Then it is right."

  /// Keystone's 500, which it answers to what its database refuses as well.
  private var serverError: BackendFailure? {
    switch self {
    case .request(let error), .outcomeUnknown(let error):
      error.isServiceFailure ? error : nil
    case .nameTaken, .notReadBack, .passwordStillRefused, .stillThere, .locksOutCaller,
      .missingID:
      nil
    }
  }
}

extension BackendFailure {
  /// Why the outcome of a write is unknown.
  fileprivate var lossInWords: String {
    switch keystoneError?.reason {
    case .refused(let refusal): "a \(refusal.status) may come before it as well as after it"
    case .unreadable: "the answer cannot be read"
    case .transport, .redirected, .multipleChoices, .notTheAdminAPI, .notIdentityV2,
      .otherVersions, .otherService, .keystoneElsewhere, .unscopedLogin, .noAdminURL,
      .severalAdminURLs, .plainAdminURL, .unusableID, .nothingToSend, nil:
      "the answer was lost"
    }
  }
}
