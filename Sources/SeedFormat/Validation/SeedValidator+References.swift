internal import IdentityModel
internal import Texts

extension SeedValidator {
  /// The names that a section declares, to look others up in.
  struct Declared<Key: ComparedName> {
    let names: Set<Key>
    /// False where some name could not be read: then none can be said to be missing.
    let isComplete: Bool

    init<Entry>(_ names: [Key], of section: SeedDocument.Section<Entry>) {
      self.names = Set(names)
      isComplete = section.isComplete
    }
  }

  /// Reports a name that is not declared.
  mutating func require<Key>(
    _ name: Located<Key>,
    in declared: Declared<Key>,
    as noun: String
  ) {
    guard declared.isComplete, !declared.names.contains(name.value) else { return }
    diagnostics.error(
      "no \(noun) is called \(name.value.quoted)",
      at: name.location,
      hint: spelling.hint(for: name.value.text, among: declared.names.lazy.map(\.text))
    )
  }

  /// Warns of two names that MySQL holds for one, so that there the second create is a 409 and a
  /// look-up finds either; see ``Name/folded``.
  mutating func warnOfLookalikes<Key: ComparedName>(_ names: [Located<Key>], as noun: String) {
    var seen: [Key: Located<Key>] = [:]
    seen.reserveCapacity(names.count)
    for name in names {
      let folded = name.value.folded
      guard let first = seen[folded] else {
        seen[folded] = name
        continue
      }
      guard first.value != name.value else { continue }
      diagnostics.warning(
        "the \(noun)s \(name.value.quoted) and \(first.value.quoted)"
          + " (\(diagnostics.place(first.location, seenFrom: name.location))) have the same"
          + " name on MySQL, which ignores case, accents and trailing blanks",
        at: name.location
      )
    }
  }
}
