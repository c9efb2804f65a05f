internal import IdentityModel

/// Reads seeds: text in, desired state and diagnostics out.
///
/// Bytes → ``SourceText`` → YAML nodes → ``SeedDecoder`` → ``SeedDocument`` → ``SeedValidator`` →
/// ``SeedResolver``. The documents of several files are made one by ``SeedJoiner``. Nothing here
/// touches a file, a clock or the network.
package enum Seed {
  /// Reads a seed and says everything that is wrong with it in one go.
  ///
  /// - Parameters:
  ///   - texts: The seed's files, one at least.
  ///   - overrides: The variables of `--set`, the last of a name counting.
  ///   - environment: What `${env:NAME}` looks into.
  ///   - didEnd: Is called at the end of each stage, for measurements.
  /// - Returns: The desired state, unless something is wrong, and what there is to say.
  package static func load(
    _ texts: consuming [SeedText],
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:],
    didEnd: (SeedStage) -> Void = { _ in }
  ) -> SeedReading {
    let files = texts.map(\.name)
    var diagnostics = DiagnosticCollector(files: files)
    guard let decoders = decoders(of: consume texts, into: &diagnostics, didEnd: didEnd)
    else {
      return SeedReading(
        desired: nil,
        files: files,
        passwordSources: [:],
        version3Words: [],
        version2Warnings: [],
        diagnostics: diagnostics.sorted()
      )
    }
    var variables = VariableScope(
      declarations: decoders.flatMap(\.declarations),
      overrides: Dictionary(overrides.map { ($0.name, $0.value) }) { _, last in last },
      environment: environment,
      into: &diagnostics
    )
    variables.resolveAll(into: &diagnostics)
    variables.declare(decoders.flatMap(\.regionalDeclarations), into: &diagnostics)
    let documents = documents(of: consume decoders, with: &variables, into: &diagnostics)
    var document = SeedJoiner.join(documents, into: &diagnostics)
    document.settleRoles()
    document.fillInVariablesOfRegions(&variables, into: &diagnostics)
    didEnd(.decode)
    var validator = SeedValidator(document: document, diagnostics: diagnostics)
    validator.validate()
    diagnostics = validator.diagnostics
    didEnd(.validate)
    let resolved = SeedResolver.resolve(document, into: &diagnostics)
    variables.reportUnused(into: &diagnostics)
    let reading = SeedReading(
      desired: diagnostics.hasErrors ? nil : resolved.desired,
      files: files,
      passwordSources: resolved.passwordSources,
      version3Words: validator.version3Words.inFileOrder,
      version2Warnings: diagnostics.sortedOverVersion2(),
      diagnostics: diagnostics.sorted()
    )
    didEnd(.resolve)
    return reading
  }

  /// Reads a seed that is a text already.
  package static func load(
    _ text: String,
    file: String,
    directory: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:]
  ) -> SeedReading {
    load(
      [SeedText(name: file, directory: directory, bytes: Array(text.utf8))],
      overrides: overrides,
      environment: environment
    )
  }

  /// A decoder for each file, or nil after the reasons went to `diagnostics`.
  ///
  /// What the others say is not looked at where one cannot be read: it may be about what is in that one.
  private static func decoders(
    of texts: consuming [SeedText],
    into diagnostics: inout DiagnosticCollector,
    didEnd: (SeedStage) -> Void
  ) -> [SeedDecoder]? {
    var contents: [ArraySlice<UInt8>] = []
    for (index, text) in texts.enumerated() {
      var found = DiagnosticCollector(file: text.name)
      if let content = SourceText.content(of: text.bytes, into: &found) { contents.append(content) }
      diagnostics.add(found, asFile: index)
    }
    guard !diagnostics.hasErrors else { return nil }
    didEnd(.text)
    var trees: [(root: YAMLNode, document: YAMLDocument, byteCount: Int)] = []
    for index in texts.indices {
      var found = DiagnosticCollector(file: texts[index].name)
      let composed = YAMLComposer.compose(contents[index], into: &found)
      if var document = composed, let root = document.root {
        document.file = UInt32(clamping: index)
        trees.append((root, document, texts[index].bytes.count))
      } else if !found.hasErrors {
        reportEmptiness(of: texts, into: &found)
      }
      diagnostics.add(found, asFile: index)
      // The nodes have all of it, and what is read of them takes the room.
      contents[index] = []
      texts[index].bytes = []
    }
    guard !diagnostics.hasErrors else { return nil }
    didEnd(.compose)
    var decoders: [SeedDecoder] = []
    for (index, tree) in trees.enumerated() {
      let reader = NodeReader(
        document: tree.document,
        byteCount: tree.byteCount,
        diagnostics: diagnostics.emptied
      )
      guard !reader.isNull(tree.root) else {
        var found = DiagnosticCollector(file: texts[index].name)
        reportEmptiness(of: texts, into: &found)
        diagnostics.add(found, asFile: index)
        continue
      }
      guard !isSavedPlan(tree.root, reader) else {
        var found = DiagnosticCollector(file: texts[index].name)
        found.error(
          "this is a saved plan, and no seed",
          at: .start,
          hint: "apply --plan FILE applies it, show FILE shows it"
        )
        diagnostics.add(found, asFile: index)
        continue
      }
      decoders.append(SeedDecoder(root: tree.root, reader: reader, of: texts[index]))
    }
    return diagnostics.hasErrors ? nil : decoders
  }

  /// What each file declares; the nodes are let go once it is known.
  private static func documents(
    of decoders: consuming [SeedDecoder],
    with variables: inout VariableScope,
    into diagnostics: inout DiagnosticCollector
  ) -> [SeedDocument] {
    var documents: [SeedDocument] = []
    for index in decoders.indices {
      documents.append(decoders[index].decode(with: &variables))
      diagnostics.add(decoders[index].reader.diagnostics)
    }
    return documents
  }

  /// Whether a file is what `plan --out` writes, which other tools' `apply` takes without an option.
  private static func isSavedPlan(_ root: YAMLNode, _ reader: NodeReader) -> Bool {
    guard reader.kind(of: root) == .mapping else { return false }
    let children = reader.document.children(of: root)
    let keys = stride(from: children.startIndex, to: children.endIndex, by: 2).map { children[$0] }
    return ["fingerprint", "format", "plan"].allSatisfy { key in
      keys.contains { reader.isText($0, key) }
    }
  }

  /// A file that was cut off may look like this, and what it declared would be unmanaged.
  private static func reportEmptiness(
    of texts: [SeedText],
    into diagnostics: inout DiagnosticCollector
  ) {
    diagnostics.error(
      "the seed is empty",
      at: .start,
      hint: texts.count > 1 ? "write {} for a file that declares nothing" : nil
    )
  }
}
