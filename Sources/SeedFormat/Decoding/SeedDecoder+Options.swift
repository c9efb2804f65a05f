internal import IdentityModel
internal import Texts

extension SeedDecoder {
  /// The options of an object: of those that are not named nothing is said.
  mutating func options<Key: OptionKey>(
    in node: YAMLNode,
    of table: Key.Type
  ) -> DeclaredOptions? {
    guard let fields = reader.fields(of: node, as: table) else { return nil }
    var options = DeclaredOptions(location: reader.location(of: node))
    for field in fields {
      let option = field.key.option
      guard let value = value(of: option, in: field.value) else { continue }
      options.values[option] = Located(value, at: reader.location(of: field.value))
    }
    return options
  }

  private mutating func value(
    of option: ResourceOption,
    in node: YAMLNode
  ) -> ResourceOptions.Value? {
    guard !isAbsent(node) else { return .absent }
    guard option == .factorRules else {
      return flag(of: node, as: option.rawValue).map { .flag($0.value) }
    }
    return rules(in: node, as: option.rawValue)
  }

  /// Keystone answers 400 to a rule without a method, and to what is there twice
  /// (`keystone.identity.backends.resource_options`).
  private mutating func rules(
    in node: YAMLNode,
    as noun: String
  ) -> ResourceOptions.Value? {
    let hint = "write [[password, totp]], a list for each way to log in"
    guard let items = reader.items(of: node, as: noun, hint: hint) else { return nil }
    var rules: [[ExactText]] = []
    for item in items {
      guard reader.kind(of: item) == .sequence else {
        _ = reader.items(of: item, as: "a rule in \(noun)", hint: hint)
        continue
      }
      let methods = names(in: item, as: "a rule in \(noun)").entries.map {
        ExactText($0.value.text)
      }
      if reader.document.children(of: item).isEmpty {
        reader.diagnostics.error(
          "a rule in \(noun) has no method",
          at: reader.location(of: item),
          hint: "write [] in place of all rules for none"
        )
      } else if rules.contains(where: { Set($0) == Set(methods) }) {
        reader.diagnostics.error("this rule is in the list twice", at: reader.location(of: item))
      }
      rules.append(methods)
    }
    return .rules(rules)
  }
}
