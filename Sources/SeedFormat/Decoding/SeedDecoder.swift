internal import IdentityModel

/// Decodes a seed's nodes into a ``SeedDocument``: literally, key by key, saying of each thing that
/// it can't read what it is and where.
struct SeedDecoder {
  typealias Key = SeedSchema.RootKey

  var reader: NodeReader
  /// What the file declares of ``variables``.
  let declarations: [VariableScope.Declaration]
  /// What the file declares of them in single regions.
  let regionalDeclarations: [(region: Name, declaration: VariableScope.Declaration)]
  var variables = VariableScope()
  /// The folder against which `{file: …}` is resolved.
  let directory: String
  /// Where the commands that the file names work; nil for where the program does.
  let workingDirectory: String?

  /// Reads the variables first, wherever they stand, since any other value may need them.
  init(root: YAMLNode, reader: NodeReader, of text: SeedText) {
    var reader = reader
    directory = text.directory
    workingDirectory = text.workingDirectory
    fields = reader.fields(of: root, as: Key.self) ?? []
    knowsEverySection = !reader.diagnostics.hasErrors
    var declarations: [VariableScope.Declaration] = []
    for field in fields where field.key == .variables && !reader.isNull(field.value) {
      declarations += Self.declarations(in: field.value, reader: &reader)
    }
    self.declarations = declarations
    regionalDeclarations = fields.filter { $0.key == .regions }.flatMap {
      Self.regionalDeclarations(in: $0.value, reader)
    }
    self.reader = reader
  }

  /// The domain whose sections are read; nil for those at the top.
  var domain: Name?

  private let fields: [NodeReader.Field<Key>]
  private let knowsEverySection: Bool

  /// Decodes what the file declares.
  ///
  /// - Parameter variables: Those of all files, which learns what is used.
  /// - Returns: The file's own part of the seed.
  mutating func decode(with variables: inout VariableScope) -> SeedDocument {
    self.variables = variables
    let document = decode()
    variables = self.variables
    return document
  }

  private mutating func decode() -> SeedDocument {
    var document = SeedDocument()
    if !knowsEverySection {
      // Any that is missing may be the one that is misspelt, whose names are then declared.
      document.domains.isComplete = false
      document.regions.isComplete = false
      document.roles.isComplete = false
      document.tenants.isComplete = false
      document.groups.isComplete = false
    }
    for field in fields where !reader.isNull(field.value) {
      switch field.key {
      case .variables: break
      case .regions: document.regions = regions(in: field.value)
      case .roles: document.roles = roles(in: field.value)
      case .tenants, .projects: document.tenants = tenants(in: field.value)
      case .groups: document.groups = groups(in: field.value)
      case .users: document.users = users(in: field.value)
      case .domains: break
      case .assignments:
        document.assignments = assignments(in: field.value, as: "assignments")
      case .services: document.services = services(in: field.value)
      case .absent: document.absent = absent(in: field.value)
      }
    }
    // They add to the sections, wherever they stand.
    for field in fields where field.key == .domains && !reader.isNull(field.value) {
      domains(in: field.value, into: &document)
    }
    return document
  }

  /// The variables of regions; what is wrong with them is told when the regions are decoded.
  private static func regionalDeclarations(
    in node: YAMLNode,
    _ reader: NodeReader
  ) -> [(region: Name, declaration: VariableScope.Declaration)] {
    var reader = reader
    guard reader.kind(of: node) == .mapping, let regions = reader.pairs(of: node, as: "regions")
    else { return [] }
    return regions.flatMap { region in
      guard reader.kind(of: region.value) == .mapping,
        let pairs = reader.pairs(of: region.value, as: "a region"),
        let variables = pairs.first(where: {
          $0.key.value == SeedSchema.RegionKey.variables.rawValue
        }),
        reader.kind(of: variables.value) == .mapping
      else { return [] as [(Name, VariableScope.Declaration)] }
      return declarations(in: variables.value, reader: &reader).map { (Name(region.key.value), $0) }
    }
  }

  static func declarations(
    in node: YAMLNode,
    reader: inout NodeReader
  ) -> [VariableScope.Declaration] {
    var declarations: [VariableScope.Declaration] = []
    for pair in reader.pairs(of: node, as: "variables") ?? .empty {
      let name = pair.key.value
      guard InterpolatedText.isName(name) else {
        reader.diagnostics.error(
          "\"\(name)\" can't name a variable",
          at: pair.key.location,
          hint: "use letters, digits, _, - and ."
        )
        continue
      }
      let text = reader.text(of: pair.value, as: "the variable \"\(name)\"")
      declarations.append(VariableScope.Declaration(name: pair.key, text: text))
    }
    return declarations
  }
}
