internal import IdentityModel
internal import Texts

extension SeedDecoder {
  /// A password, or where it comes from, and whether it is only the first one.
  ///
  /// Nothing that stands in its place is ever quoted, however wrong: it may be the secret.
  mutating func password(in node: YAMLNode) -> Located<DeclaredPassword>? {
    let place = reader.location(of: node)
    if reader.kind(of: node) == .scalar {
      return text(of: node, as: "password", isSecret: true)
        .map { Located(DeclaredPassword(source: .literal(Secret($0.value))), at: place) }
    }
    let hint = "quote a password that begins with { or ["
    guard reader.kind(of: node) == .mapping else {
      reader.diagnostics.error("password can't be \(reader.noun(of: node))", at: place, hint: hint)
      return nil
    }
    let fields = reader.fields(of: node, as: SeedSchema.PasswordKey.self, isSecret: true)
    guard let fields else { return nil }
    let sources = fields.filter { $0.key != .set }
    guard sources.count == 1 else {
      // An unknown key was reported already, and may be what should have been the source.
      if fields.count * 2 == reader.document.children(of: node).count {
        reader.diagnostics.error(
          "password must be a text or exactly one of env, file, command and text",
          at: place,
          hint: hint
        )
      }
      return nil
    }
    var isSetOnce = false
    for field in fields where field.key == .set {
      guard isOnce(field.value) else { return nil }
      isSetOnce = true
    }
    return source(sources[0]).map {
      Located(DeclaredPassword(source: $0, isSetOnce: isSetOnce), at: place)
    }
  }

  /// Whether the value of `set` is the one that there is; any other is reported.
  private mutating func isOnce(_ node: YAMLNode) -> Bool {
    guard let word = text(of: node, as: "set", isSecret: true) else { return false }
    guard word.value == "once" else {
      reader.diagnostics.error(
        "set can only be once",
        at: word.location,
        hint: "leave it out for a password that is kept as the seed says"
      )
      return false
    }
    return true
  }

  private mutating func source(
    _ field: NodeReader.Field<SeedSchema.PasswordKey>
  ) -> SecretSource? {
    switch field.key {
    case .env:
      guard let name = text(of: field.value, as: "env", isSecret: true) else { return nil }
      // POSIX names; a shell can set no other.
      let isName = InterpolatedText.isName(name.value) && !name.value.contains { "-.".contains($0) }
      guard isName else {
        reader.diagnostics.error("env must name an environment variable", at: name.location)
        return nil
      }
      return .environment(name.value)
    case .file:
      return text(of: field.value, as: "file", isSecret: true).flatMap { file($0) }
    case .command:
      return command(in: field.value)
    case .text, .value:
      return text(of: field.value, as: field.key.rawValue, isSecret: true).map {
        .literal(Secret($0.value))
      }
    case .set:
      return nil
    }
  }

  private mutating func file(_ path: Located<String>) -> SecretSource? {
    guard !path.value.isEmpty else {
      reader.diagnostics.error("file has an empty path", at: path.location)
      return nil
    }
    guard !path.value.hasPrefix("~") else {
      reader.diagnostics.error(
        "~ is not expanded in file paths",
        at: path.location,
        hint: "write ${env:HOME}"
      )
      return nil
    }
    guard !path.value.hasPrefix("/") else { return .file(path.value) }
    return .file(directory.hasSuffix("/") ? directory + path.value : "\(directory)/\(path.value)")
  }

  private mutating func command(in node: YAMLNode) -> SecretSource? {
    let hint = "write [PROGRAM, ARGUMENT], or [sh, -c, 'a shell line']"
    guard let items = reader.items(of: node, as: "command", hint: hint) else { return nil }
    var words: [String] = []
    for item in items {
      guard let word = text(of: item, as: "a word of the command", isSecret: true) else {
        return nil
      }
      words.append(word.value)
    }
    guard !words.isEmpty, !words[0].isEmpty else {
      reader.diagnostics.error(
        "command names no program",
        at: reader.location(of: node),
        hint: hint
      )
      return nil
    }
    return .command(words, directory: workingDirectory)
  }
}
