internal import IdentityModel

/// Reads seeds: text in, desired state and diagnostics out.
///
/// Bytes → ``SourceText`` → YAML nodes → ``SeedDecoder`` → ``SeedDocument`` → ``SeedValidator`` →
/// ``SeedResolver``. Nothing here touches a file, a clock or the network.
package enum Seed {
  /// Reads a seed and says everything that is wrong with it in one go.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: what diagnostics call the file.
  ///   - directory: the folder against which `{file: …}` is resolved.
  ///   - overrides: the variables of `--set`, the last of a name counting.
  ///   - environment: what `${env:NAME}` looks into.
  ///   - didEnd: is called at the end of each stage, for measurements.
  /// - Returns: the desired state, unless something is wrong, and what there is to say.
  package static func load(
    _ bytes: [UInt8],
    file: String,
    directory: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:],
    didEnd: (SeedStage) -> Void = { _ in }
  ) -> SeedReading {
    var diagnostics = DiagnosticCollector(file: file)
    guard let text = SourceText.decode(bytes, into: &diagnostics) else {
      return failure(diagnostics)
    }
    didEnd(.text)
    guard let yaml = YAMLComposer.compose(text, into: &diagnostics), let root = yaml.root else {
      if !diagnostics.hasErrors { diagnostics.error("the seed is empty", at: .start) }
      return failure(diagnostics)
    }
    didEnd(.compose)
    let reader = NodeReader(document: yaml, byteCount: bytes.count, diagnostics: diagnostics)
    guard !reader.isNull(root) else {
      diagnostics.error("the seed is empty", at: .start)
      return failure(diagnostics)
    }
    var decoder = SeedDecoder(
      root: root,
      reader: reader,
      directory: directory,
      overrides: Dictionary(overrides.map { ($0.name, $0.value) }) { _, last in last },
      environment: environment
    )
    let document = decoder.decode()
    didEnd(.decode)
    var validator = SeedValidator(document: document, diagnostics: decoder.reader.diagnostics)
    validator.validate()
    diagnostics = validator.diagnostics
    didEnd(.validate)
    let desired = SeedResolver.resolve(document, into: &diagnostics)
    decoder.variables.reportUnused(into: &diagnostics)
    let reading = SeedReading(
      desired: diagnostics.hasErrors ? nil : desired,
      passwordSources: SeedResolver.passwordSources(of: document),
      diagnostics: diagnostics.sorted()
    )
    didEnd(.resolve)
    return reading
  }

  /// Reads a seed that is already a text.
  package static func load(
    _ text: String,
    file: String,
    directory: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:]
  ) -> SeedReading {
    load(
      Array(text.utf8),
      file: file,
      directory: directory,
      overrides: overrides,
      environment: environment
    )
  }

  private static func failure(_ diagnostics: DiagnosticCollector) -> SeedReading {
    SeedReading(desired: nil, passwordSources: [:], diagnostics: diagnostics.sorted())
  }
}
