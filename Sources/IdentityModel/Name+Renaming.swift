extension Name {
  /// What two names have in common of which one may be meant to rename the other: the folded name,
  /// with one of its letters left out.
  ///
  /// Names that are one slip apart (a letter more, less, another, or two the other way round) share
  /// one, so that they are found by look-ups. Digits and the rest stand: `web1` and `web2` are two.
  package var renamingKeys: Set<String> {
    let letters = Array(folded.text.unicodeScalars.filter { !Self.separators.contains($0) })
    var keys: Set<String> = [Self.text(of: letters[...])]
    guard letters.count > 3 else { return keys }
    for index in letters.indices where letters[index].properties.isAlphabetic {
      keys.insert(Self.text(of: letters[..<index] + letters[(index + 1)...]))
    }
    return keys
  }

  private static let separators: Set<Unicode.Scalar> = ["-", "_", " ", "."]

  private static func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
