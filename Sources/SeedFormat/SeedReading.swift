package import IdentityModel

/// What came of reading a seed.
package struct SeedReading: Sendable {
  /// What the seed asks for, without the passwords; nil when there is any error.
  package let desired: DesiredState?

  /// What the seed's files are called, as a ``FileLocation`` counts them.
  package let files: [String]

  /// Where each user's password comes from; reading it is up to the caller, who reports what goes
  /// wrong at the place given.
  package let passwordSources: [QualifiedName: Located<SecretSource>]

  /// What is wrong where v2.0 is spoken, and right where v3 is, in the order of the file.
  package let version3Words: [SeedDiagnostic]

  /// Everything that is wrong or looks wrong, in the order of the file.
  package let diagnostics: [SeedDiagnostic]

  /// The same where v2.0 is spoken: what asks for more is wrong.
  package var overVersion2: SeedReading {
    SeedReading(
      desired: version3Words.isEmpty ? desired : nil,
      files: files,
      passwordSources: passwordSources,
      version3Words: [],
      diagnostics: (diagnostics + version3Words).inFileOrder
    )
  }
}
