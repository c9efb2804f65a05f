/// Gathers what the stages find, so that one run reports every problem.
struct DiagnosticCollector {
  let file: String
  private var diagnostics: [SeedDiagnostic] = []

  /// Whether a seed with these problems can't be used.
  private(set) var hasErrors = false

  init(file: String) {
    self.file = file
  }

  mutating func error(_ message: String, at location: FileLocation, hint: String? = nil) {
    add(SeedDiagnostic(.error, file: file, location: location, message: message, hint: hint))
  }

  mutating func warning(_ message: String, at location: FileLocation, hint: String? = nil) {
    add(SeedDiagnostic(.warning, file: file, location: location, message: message, hint: hint))
  }

  mutating func add(_ diagnostic: SeedDiagnostic) {
    hasErrors = hasErrors || diagnostic.severity == .error
    diagnostics.append(diagnostic)
  }

  /// What is wrong according to a rule, for texts that are in no file; nil where nothing is.
  static func refusal(by check: (inout DiagnosticCollector) -> Void) -> String? {
    var diagnostics = DiagnosticCollector(file: "")
    check(&diagnostics)
    return diagnostics.diagnostics.first { $0.severity == .error }?.message
  }

  /// Everything found, in the order of the file, options first.
  ///
  /// What is said twice of one place is listed once: an aliased node is read at each alias, but it
  /// stands in the file only where its anchor is.
  func sorted() -> [SeedDiagnostic] {
    var seen: Set<SeedDiagnostic> = []
    return
      diagnostics
      .filter { seen.insert($0).inserted }
      .enumerated()
      .sorted { left, right in
        let leftKey = (left.element.location ?? Self.beforeTheFile, left.offset)
        return leftKey < (right.element.location ?? Self.beforeTheFile, right.offset)
      }
      .map(\.element)
  }

  private static let beforeTheFile = FileLocation(line: 0, column: 0)
}
