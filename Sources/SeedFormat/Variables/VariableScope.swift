internal import IdentityModel
internal import Texts

/// What `${…}` stands for in one reading of a seed.
struct VariableScope {
  /// A variable as the seed declares it.
  struct Declaration {
    let name: Located<String>
    let text: Located<String>?
  }

  /// How far a variable has got.
  enum Value {
    case pending(Located<String>)
    case inProgress(FileLocation)
    case known(String)
    /// Already reported, here or by the decoder.
    case broken
  }

  /// The longest text that placeholders may make.
  ///
  /// Twenty variables that each name the one before twice would otherwise fill the memory.
  private static let lengthLimit = 65_536

  /// How long a chain of variables may be, well before it fills the stack.
  private static let depthLimit = 64

  private var environment: [String: String] = [:]
  private var overrides: [String: String] = [:]
  private var declarations: [Declaration] = []
  private var values: [String: Value] = [:]
  private var referenced: Set<String> = []
  /// The variables of regions, which come before the seed's there.
  private var regional = RegionalVariables()
  private var spelling = Spelling()
  private var depth = 0
  private var isTooDeep = false

  /// A scope in which there is nothing.
  init() {}

  /// Makes a scope.
  ///
  /// - Parameters:
  ///   - declarations: What the seed's files declare; what two say alike is said once, and of two that
  ///     differ the first one counts.
  ///   - overrides: What `--set` gives.
  ///   - environment: What `${env:NAME}` looks into.
  ///   - diagnostics: Where variables go that two files declare differently.
  init(
    declarations: [Declaration],
    overrides: [String: String],
    environment: [String: String],
    into diagnostics: inout DiagnosticCollector
  ) {
    self.overrides = overrides
    self.environment = environment
    var first: [String: Declaration] = [:]
    for declaration in declarations {
      let name = declaration.name
      if let first = first.updateValue(declaration, forKey: name.value) {
        report(declaration, unlike: first, into: &diagnostics)
        continue
      }
      self.declarations.append(declaration)
      values[name.value] = declaration.text.map(Value.pending) ?? .broken
    }
    // An override is taken as it is: who sets one from a shell has already been through `$`.
    for (name, text) in overrides { values[name] = .known(text) }
  }

  private func report(
    _ declaration: Declaration,
    unlike first: Declaration,
    into diagnostics: inout DiagnosticCollector
  ) {
    guard let text = declaration.text, let firstText = first.text,
      !text.value.hasSameCodePoints(as: firstText.value)
    else { return }
    diagnostics.reportDifference(
      "the variable \"\(declaration.name.value)\" has another value",
      text.location,
      from: firstText.location
    )
  }

  /// Takes in the variables of regions.
  ///
  /// - Parameters:
  ///   - declarations: What the seed's files declare of each region.
  ///   - diagnostics: Where those go that two files declare differently, or that `--set` gives.
  mutating func declare(
    _ declarations: [(region: Name, declaration: Declaration)],
    into diagnostics: inout DiagnosticCollector
  ) {
    for (region, declaration) in declarations {
      guard let first = regional.add(declaration, in: region) else { continue }
      report(declaration, unlike: first, into: &diagnostics)
    }
    for name in overrides.keys.sorted() where regional.names.contains(name) {
      diagnostics.add(
        SeedDiagnostic(
          .error,
          file: "--set \(name)",
          location: nil,
          message: "\"\(name)\" is a variable of regions, each of which has its own value",
          hint: nil
        )
      )
    }
  }

  /// Whether a text names a variable that some region has.
  func isRegional(_ text: String) -> Bool {
    guard !regional.names.isEmpty, InterpolatedText.isNeeded(for: text),
      let pieces = try? InterpolatedText(text).pieces
    else { return false }
    return pieces.contains { piece in
      guard case .variable(let name) = piece else { return false }
      return regional.names.contains(name)
    }
  }

  /// The text with its placeholders filled in as a region sees them: its own variables first.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - region: The region; nil for the seed's variables alone.
  ///   - isSecret: Whether nothing of it may be quoted.
  ///   - diagnostics: Where what is wrong with it goes.
  /// - Returns: The text; nil after the reason went to `diagnostics`.
  mutating func expand(
    _ text: Located<String>,
    in region: Name?,
    isSecret: Bool = false,
    into diagnostics: inout DiagnosticCollector
  ) -> String? {
    guard let region, var own = regional[region] else {
      return expand(text, isSecret: isSecret, into: &diagnostics)
    }
    // Those of the seed are all resolved, so that none of them takes up what a region says.
    let (outer, outerReferenced) = (values, referenced)
    values.merge(own.values) { $1 }
    referenced = []
    let expanded = expand(text, isSecret: isSecret, into: &diagnostics)
    let found = Set(own.values.keys).intersection(referenced)
    own.referenced.formUnion(found)
    own.values = values.filter { own.values[$0.key] != nil }
    regional[region] = own
    values = outer
    referenced = outerReferenced.union(referenced.subtracting(found))
    return expanded
  }

  /// Resolves every variable, so that what is wrong with one is said once and where it stands.
  mutating func resolveAll(into diagnostics: inout DiagnosticCollector) {
    for declaration in declarations {
      _ = resolve(declaration.name.value, into: &diagnostics)
    }
  }

  /// The text with its placeholders filled in; nil after the reason went to `diagnostics`.
  ///
  /// Nothing of a secret is quoted: `pa${ss}word` is a password whose middle looks like a variable.
  mutating func expand(
    _ text: Located<String>,
    isSecret: Bool = false,
    into diagnostics: inout DiagnosticCollector
  ) -> String? {
    guard InterpolatedText.isNeeded(for: text.value) else { return text.value }
    let pieces: [InterpolatedText.Piece]
    do throws(InterpolatedText.Problem) {
      pieces = try InterpolatedText(text.value).pieces
    } catch {
      report(error, at: text.location, isSecret: isSecret, into: &diagnostics)
      return nil
    }
    var expanded = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal):
        expanded += literal
      case .variable(let name):
        guard values[name] != nil else {
          reportUnknown(name, at: text.location, isSecret: isSecret, into: &diagnostics)
          return nil
        }
        referenced.insert(name)
        guard let value = resolve(name, into: &diagnostics) else { return nil }
        append(value, to: &expanded)
      case .environment(let name):
        guard let value = environment[name] else {
          diagnostics.error("the environment has no variable \(name)", at: text.location)
          return nil
        }
        append(value, to: &expanded)
      }
      guard expanded.utf8.count <= Self.lengthLimit else {
        diagnostics.error("the variables make this text longer than 64 KiB", at: text.location)
        return nil
      }
    }
    return expanded
  }

  /// Warns of unused variables, and of overrides of variables that there are not.
  func reportUnused(into diagnostics: inout DiagnosticCollector) {
    let declared = Set(declarations.map(\.name.value))
    for name in overrides.keys.sorted()
    where !declared.contains(name) && !referenced.contains(name) && !regional.names.contains(name) {
      diagnostics.add(
        SeedDiagnostic(
          .error,
          file: "--set \(name)",
          location: nil,
          message: "no variable is called \"\(name)\"",
          hint: Spelling.hint(for: name, among: declared.sorted())
        )
      )
    }
    guard !diagnostics.hasErrors else { return }
    for declaration in declarations where !referenced.contains(declaration.name.value) {
      let name = declaration.name
      diagnostics.warning("nothing uses the variable \"\(name.value)\"", at: name.location)
    }
    regional.reportUnused(into: &diagnostics)
  }

  private mutating func resolve(
    _ name: String,
    into diagnostics: inout DiagnosticCollector
  ) -> String? {
    switch values[name] {
    case .known(let value): return value
    case .broken, nil: return nil
    case .inProgress(let location):
      diagnostics.error("the variable \"\(name)\" refers to itself", at: location)
      return nil
    case .pending(let text):
      guard depth < Self.depthLimit else {
        if !isTooDeep {
          diagnostics.error("too many variables refer to one another in a row", at: text.location)
        }
        isTooDeep = true
        values[name] = .broken
        return nil
      }
      values[name] = .inProgress(text.location)
      depth += 1
      let value = expand(text, into: &diagnostics)
      depth -= 1
      values[name] = value.map(Value.known) ?? .broken
      return value
    }
  }

  /// A bare IPv6 address in the place of a URL's host is put in brackets (RFC 3986, section 3.2.2).
  private func append(_ value: String, to text: inout String) {
    text += text.hasSuffix("://") && IPv6Address.isValid(value) ? "[\(value)]" : value
  }

  private func report(
    _ problem: InterpolatedText.Problem,
    at location: FileLocation,
    isSecret: Bool,
    into diagnostics: inout DiagnosticCollector
  ) {
    let message =
      switch problem {
      case .unterminated: "a \"${\" has no \"}\""
      case .notAName where isSecret: "the content of \"${…}\" can't name a variable"
      case .notAName(let content): "\"\(content)\" can't name a variable"
      }
    diagnostics.error(message, at: location, hint: "write $${ for a literal ${")
  }

  private mutating func reportUnknown(
    _ name: String,
    at location: FileLocation,
    isSecret: Bool,
    into diagnostics: inout DiagnosticCollector
  ) {
    guard !isSecret else {
      diagnostics.error(
        "a \"${…}\" names no variable",
        at: location,
        hint: "write $${ for a literal ${"
      )
      return
    }
    let keystones = ["tenant_id", "project_id", "user_id"].contains(name)
    diagnostics.error(
      "no variable is called \"\(name)\"",
      at: location,
      hint: keystones
        ? "Keystone's own is $(\(name))s" : spelling.hint(for: name, among: values.keys)
    )
  }
}
