internal import IdentityModel

/// Decides which names of one kind a seed can say.
struct NameAdoption {
  /// How the seed says them.
  enum Place {
    case asKey
    case inList
  }

  let rule: NameRule
  let place: Place
  private var keys: Set<String> = []

  init(rule: NameRule, place: Place) {
    self.rule = rule
    self.place = place
  }

  /// Why the name cannot be declared, beside the names before it; nil where it can.
  mutating func refusal(of name: Name) -> String? {
    let refusal = DiagnosticCollector.refusal { diagnostics in
      rule.check(Located(name, at: .start), into: &diagnostics)
    }
    if let refusal { return "cannot be declared: \(refusal)" }
    guard place == .asKey else { return nil }
    if InterpolatedText.isNeeded(for: name.text) {
      return "cannot be declared: a key cannot hold \"${\""
    }
    // Readers of YAML may hold two spellings of an accented letter for one key, ours among them.
    guard keys.insert(name.text).inserted else {
      return "cannot be declared: another name differs from it only in how accents are encoded"
    }
    return nil
  }

  /// The names that a database may hold for another one before them.
  func lookalikes<Key: ComparedName>(among names: [Key]) -> [(name: Key, other: Key)] {
    var seen: [Key: Key] = [:]
    return names.sorted().compactMap { name in
      let folded = name.folded
      guard let first = seen[folded] else {
        seen[folded] = name
        return nil
      }
      return (name, first)
    }
  }
}
