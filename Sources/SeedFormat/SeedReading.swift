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

  /// What looks wrong where v2.0 is spoken, and is right where v3 is, in the order of the file.
  package let version2Warnings: [SeedDiagnostic]

  /// Everything that is wrong or looks wrong whatever is spoken, in the order of the file.
  package let diagnostics: [SeedDiagnostic]

  /// The same where v2.0 is spoken: what asks for more is wrong.
  package var overVersion2: SeedReading {
    SeedReading(
      desired: version3Words.isEmpty ? desired : nil,
      files: files,
      passwordSources: passwordSources,
      version3Words: [],
      version2Warnings: [],
      diagnostics: (diagnostics + version2Warnings + version3Words).inFileOrder
    )
  }

  /// The same where nobody knows what is spoken: v2.0 may be, unless something asks for more.
  package var overAnyVersion: SeedReading {
    SeedReading(
      desired: desired,
      files: files,
      passwordSources: passwordSources,
      version3Words: version3Words,
      version2Warnings: [],
      diagnostics: version3Words.isEmpty
        ? (diagnostics + version2Warnings).inFileOrder : diagnostics
    )
  }
}
