internal import IdentityModel
internal import Texts

/// What there is to say of a live object beside its entry in the seed, or in place of one.
struct AdoptionRemark {
  /// Whether the seed declares the object all the same.
  enum Weight {
    case leftOut
    case declared
  }

  let weight: Weight
  let kind: ResourceKind
  /// What the object is called, any text at all.
  let subject: String
  /// Why, as the rest of a sentence that begins with the object.
  let reason: String
  /// Its rows, where there are several or a name does not tell which one it is.
  let rows: [String]
  /// The IDs of those rows, where it is left out.
  let liveIDs: [String]
  /// What it is, where that has no ID.
  let key: ResourceKey?

  init(
    _ weight: Weight,
    _ kind: ResourceKind,
    _ subject: String,
    _ reason: String,
    rows: [String] = [],
    liveIDs: [String] = [],
    key: ResourceKey? = nil
  ) {
    self.weight = weight
    self.kind = kind
    self.subject = subject
    self.reason = reason
    self.rows = rows
    self.liveIDs = liveIDs
    self.key = key
  }

  /// Something without an ID that is left out.
  init(leavingOut key: ResourceKey, _ reason: String) {
    self.init(.leftOut, key.kind, key.description, reason, key: key)
  }

  /// Why nothing can be declared of an object whose ID cannot stand in a path.
  static let unreachable = "has an ID that no request can name, so that it cannot be changed"

  /// The order of a list of them: kind by kind, then by name.
  static func precedes(_ left: AdoptionRemark, _ right: AdoptionRemark) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (Int, ExactText, ExactText, ExactText) {
    let rank = ResourceKind.allCases.firstIndex(of: kind) ?? 0
    return (rank, ExactText(subject), ExactText(reason), ExactText(rows.joined(separator: "\n")))
  }
}
