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

  /// Reports a name that is not declared; where it has to be of one domain, none of another is offered.
  mutating func require<Key>(
    _ name: Located<Key>,
    in declared: Declared<Key>,
    as noun: String,
    isOwn: Bool = false
  ) {
    guard declared.isComplete, !declared.names.contains(name.value) else { return }
    guard name.value.text != "*" else {
      diagnostics.error(
        "a seed names one \(noun) at a time: there is no wildcard",
        at: name.location
      )
      return
    }
    diagnostics.error(
      "no \(noun) is called \(name.value.quoted)",
      at: name.location,
      hint: elsewhere(name.value, among: declared.names, isOwn: isOwn)
        ?? spelling.hint(for: name.value.text, among: declared.names.lazy.map(\.text))
    )
  }

  /// How to name what is not in the name's own domain and is in another one.
  private func elsewhere<Key: ComparedName>(
    _ name: Key,
    among names: Set<Key>,
    isOwn: Bool
  ) -> String? {
    guard let name = name as? QualifiedName, let names = names as? Set<QualifiedName> else {
      return nil
    }
    let homes = [nil] + document.domains.entries.map { Optional($0.name.value.name) }
    guard
      let home = homes.first(where: { names.contains(QualifiedName(name.name, of: $0)) })
    else { return nil }
    guard !isOwn else { return "it can only be one of the same domain" }
    return "one of another domain is written {name: \(name.name),"
      + " domain: \(home ?? Domain.defaultName.name)}"
  }

  /// Warns of two names that MySQL holds for one, so that there the second create is a 409 and a
  /// look-up finds either; see ``Name/folded``.
  mutating func warnOfLookalikes<Key: ComparedName>(_ names: [Located<Key>], as noun: String) {
    // Of two of them one at least is not what it is folded to, and few names are not.
    let suspects = Set(names.lazy.map(\.value).filter { $0.folded != $0 }.map(\.folded))
    guard !suspects.isEmpty else { return }
    var seen: [Key: Located<Key>] = [:]
    for name in names {
      let folded = name.value.folded
      guard suspects.contains(folded) else { continue }
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
