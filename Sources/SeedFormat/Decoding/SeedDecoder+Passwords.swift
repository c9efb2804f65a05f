internal import IdentityModel

extension SeedDecoder {
  /// A password, or where it comes from.
  ///
  /// Nothing that stands in its place is ever quoted, however wrong: it may be the secret.
  mutating func password(in node: YAMLNode) -> Located<SecretSource>? {
    let place = reader.location(of: node)
    if reader.kind(of: node) == .scalar {
      return text(of: node, as: "password", isSecret: true)
        .map { Located(.literal(Secret($0.value)), at: place) }
    }
    let hint = "quote a password that begins with { or ["
    guard reader.kind(of: node) == .mapping else {
      reader.diagnostics.error("password can't be \(reader.noun(of: node))", at: place, hint: hint)
      return nil
    }
    guard reader.document.children(of: node).count == 2 else {
      reader.diagnostics.error(
        "password must be a text or exactly one of env, file and command",
        at: place,
        hint: hint
      )
      return nil
    }
    let fields = reader.fields(of: node, as: SeedSchema.PasswordKey.self, isSecret: true)
    guard let fields, fields.count == 1 else { return nil }
    return source(fields[0]).map { Located($0, at: place) }
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
    }
  }

  private mutating func file(_ path: Located<String>) -> SecretSource? {
    guard !path.value.isEmpty else {
      reader.diagnostics.error("file has an empty path", at: path.location)
      return nil
    }
    guard !path.value.hasPrefix("~") else {
      reader.diagnostics.error(
        "file is no shell: a leading ~ stands for nothing",
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
    return .command(words)
  }
}
