internal import IdentityModel

/// The variables that single regions have.
struct RegionalVariables {
  /// Those of one region.
  struct Scope {
    fileprivate(set) var declarations: [VariableScope.Declaration] = []
    var values: [String: VariableScope.Value] = [:]
    var referenced: Set<String> = []
  }

  private var scopes: [Name: Scope] = [:]
  /// The names of all.
  private(set) var names: Set<String> = []

  subscript(region: Name) -> Scope? {
    get { scopes[region] }
    set { scopes[region] = newValue }
  }

  /// Adds one, unless the region has one of that name.
  ///
  /// - Returns: The one that it has already; nil where it has none.
  mutating func add(
    _ declaration: VariableScope.Declaration,
    in region: Name
  ) -> VariableScope.Declaration? {
    let name = declaration.name.value
    var scope = scopes[region] ?? Scope()
    if let first = scope.declarations.first(where: { $0.name.value == name }) { return first }
    scope.declarations.append(declaration)
    scope.values[name] = declaration.text.map(VariableScope.Value.pending) ?? .broken
    scopes[region] = scope
    names.insert(name)
    return nil
  }

  /// Warns of those that nothing in their region has used.
  func reportUnused(into diagnostics: inout DiagnosticCollector) {
    for (region, scope) in scopes {
      for name in scope.declarations.map(\.name) where !scope.referenced.contains(name.value) {
        diagnostics.warning(
          "nothing uses the variable \"\(name.value)\" of region \"\(region)\"",
          at: name.location
        )
      }
    }
  }
}
