import IdentityModel
import Reconciliation

/// `--only` names kinds of which this version of the API keeps no objects, so that nothing would be
/// looked at.
struct MissingKindsError: WordedError, Hashable {
  /// What is named and is not there.
  let kinds: [ResourceKind]
  /// What the backend is called, such as `v2.0`.
  let backend: String

  var exitStatus: ExitStatus { .usage }

  var message: ErrorMessage {
    let nouns = kinds.map { $0.nouns(over: backend) }.joined(separator: ", ")
    return ErrorMessage(
      "Identity \(backend) keeps no \(nouns), which --only asks for",
      hints: [
        kinds == [.region]
          ? "--region looks at the endpoints of a region alone; regions themselves are v3's."
          : "Leave them out of --only, or speak v3."
      ]
    )
  }

  /// Refuses a list with kinds that the backend does not have.
  ///
  /// - Parameters:
  ///   - list: What `--only` says, nil for all.
  ///   - capabilities: What the backend can do.
  /// - Throws: The error about all such kinds.
  static func check(
    _ list: KindList?,
    over capabilities: BackendCapabilities
  ) throws(MissingKindsError) {
    let missing = ResourceKind.allCases.filter { kind in
      list?.kinds.contains(kind) == true && !capabilities.kinds.contains(kind)
    }
    guard missing.isEmpty else {
      throw MissingKindsError(kinds: missing, backend: capabilities.name)
    }
  }
}
