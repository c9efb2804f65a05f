/// Gathers what the stages find, so that one run reports every problem.
struct DiagnosticCollector {
  private let files: [String]
  private var diagnostics: [SeedDiagnostic] = []
  /// What looks wrong where v2.0 is spoken, and is right where v3 is.
  private var version2Warnings: [SeedDiagnostic] = []

  /// Whether a seed with these problems can't be used.
  private(set) var hasErrors = false

  init(file: String) {
    self.init(files: [file])
  }

  /// - Parameter files: What the seed's files are called, in their order.
  init(files: [String]) {
    self.files = files
  }

  /// One for the same files that has gathered nothing.
  var emptied: DiagnosticCollector { DiagnosticCollector(files: files) }

  mutating func error(_ message: String, at location: FileLocation, hint: String? = nil) {
    report(.error, message, at: location, hint: hint)
  }

  mutating func warning(_ message: String, at location: FileLocation, hint: String? = nil) {
    report(.warning, message, at: location, hint: hint)
  }

  /// Warns of what some Keystone that speaks v2.0 does not know, and every one that has v3 alone does.
  mutating func warningOverVersion2(
    _ message: String,
    at location: FileLocation,
    hint: String? = nil
  ) {
    version2Warnings.append(diagnostic(.warning, message, at: location, hint: hint))
  }

  private mutating func report(
    _ severity: SeedDiagnostic.Severity,
    _ message: String,
    at location: FileLocation,
    hint: String?
  ) {
    add(diagnostic(severity, message, at: location, hint: hint))
  }

  /// What would be said of a place, which is said elsewhere.
  func diagnostic(
    _ severity: SeedDiagnostic.Severity,
    _ message: String,
    at location: FileLocation,
    hint: String? = nil
  ) -> SeedDiagnostic {
    let file = files[location.file]
    return SeedDiagnostic(severity, file: file, location: location, message: message, hint: hint)
  }

  mutating func add(_ diagnostic: SeedDiagnostic) {
    hasErrors = hasErrors || diagnostic.severity == .error
    diagnostics.append(diagnostic)
  }

  /// Takes in what another one has gathered.
  mutating func add(_ other: DiagnosticCollector) {
    for diagnostic in other.diagnostics { add(diagnostic) }
    version2Warnings += other.version2Warnings
  }

  /// Takes in what one that knows a single file has gathered about that file.
  ///
  /// - Parameters:
  ///   - other: What was gathered.
  ///   - file: Which of the seed's files it is.
  mutating func add(_ other: DiagnosticCollector, asFile file: Int) {
    for diagnostic in other.diagnostics {
      add(
        SeedDiagnostic(
          diagnostic.severity,
          file: diagnostic.file,
          location: diagnostic.location?.inFile(file),
          message: diagnostic.message,
          hint: diagnostic.hint
        )
      )
    }
  }

  /// Reports what two of the seed's files say differently.
  ///
  /// - Parameters:
  ///   - message: What has another value.
  ///   - location: Where the later one says it.
  ///   - first: Where the earlier one does.
  mutating func reportDifference(
    _ message: String,
    _ location: FileLocation,
    from first: FileLocation
  ) {
    error(
      "\(message) in \(place(first, seenFrom: location))",
      at: location,
      hint: "files of one seed may say the same twice, but nothing else"
    )
  }

  /// A place in full.
  func place(_ location: FileLocation) -> String {
    "\(files[location.file]):\(location.line):\(location.column)"
  }

  /// A place as a message about another one names it: by its line alone where both are in one file.
  func place(_ location: FileLocation, seenFrom other: FileLocation) -> String {
    location.file == other.file ? "line \(location.line)" : place(location)
  }

  /// What is wrong according to a rule, for texts that are in no file; nil where nothing is.
  static func refusal(by check: (inout DiagnosticCollector) -> Void) -> String? {
    var diagnostics = DiagnosticCollector(file: "")
    check(&diagnostics)
    return diagnostics.diagnostics.first { $0.severity == .error }?.message
  }

  /// Everything found, in the order of the file, options first.
  func sorted() -> [SeedDiagnostic] { diagnostics.inFileOrder }

  /// What looks wrong where v2.0 is spoken, in the order of the file.
  func sortedOverVersion2() -> [SeedDiagnostic] { version2Warnings.inFileOrder }
}

extension [SeedDiagnostic] {
  /// The same in the order of the file, options first.
  ///
  /// What is said twice of one place is listed once: an aliased node is read at each alias, but it
  /// stands in the file only where its anchor is.
  var inFileOrder: [SeedDiagnostic] {
    var seen: Set<SeedDiagnostic> = []
    return filter { seen.insert($0).inserted }
      .enumerated()
      .sorted { left, right in
        let leftKey = (left.element.location ?? Self.beforeTheFile, left.offset)
        return leftKey < (right.element.location ?? Self.beforeTheFile, right.offset)
      }
      .map(\.element)
  }

  private static var beforeTheFile: FileLocation { FileLocation(line: 0, column: 0) }
}
