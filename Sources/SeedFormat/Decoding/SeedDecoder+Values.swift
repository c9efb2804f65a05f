internal import IdentityModel

extension SeedDecoder {
  /// A text with its variables filled in, those of a region first where one is given.
  mutating func text(
    of node: YAMLNode,
    as noun: @autoclosure () -> String,
    in region: Name? = nil,
    isSecret: Bool = false
  ) -> Located<String>? {
    guard let text = reader.text(of: node, as: noun()) else { return nil }
    guard InterpolatedText.isNeeded(for: text.value) else { return text }
    return variables.expand(text, in: region, isSecret: isSecret, into: &reader.diagnostics)
      .map { Located($0, at: text.location) }
  }

  /// `true` or `false`.
  mutating func flag(of node: YAMLNode, as noun: String) -> Located<Bool>? {
    reader.flag(of: node, as: noun).map { Located($0, at: reader.location(of: node)) }
  }

  /// Where an entry says that it is there already; `true` is all that can be said.
  mutating func existence(in node: YAMLNode) -> FileLocation? {
    guard let flag = flag(of: node, as: "exists") else { return nil }
    guard flag.value else {
      reader.diagnostics.error(
        "exists can only be true",
        at: flag.location,
        hint: "leave it out for what the seed makes; what must not be there stands under absent"
      )
      return nil
    }
    return flag.location
  }

  /// Reports fields of what is somebody else's.
  ///
  /// - Parameters:
  ///   - fields: What stands beside `exists`.
  ///   - exists: Where that stands; nil where it does not.
  ///   - allowed: The keys of what hangs on the object, and is not its own.
  mutating func refuse<Key: MappingKey>(
    _ fields: [NodeReader.Field<Key>],
    beside exists: FileLocation?,
    but allowed: @autoclosure () -> Set<Key>
  ) {
    guard exists != nil else { return }
    let allowed = allowed()
    for field in fields where !allowed.contains(field.key) {
      reader.diagnostics.error(
        "\"\(field.key.rawValue)\" can't stand beside exists",
        at: field.location,
        hint: "what exists is somebody else's, and stays as it is"
      )
    }
  }

  /// A text that names something.
  mutating func name(
    of node: YAMLNode,
    as noun: @autoclosure () -> String
  ) -> Located<Name>? {
    text(of: node, as: noun()).map { Located(Name($0.value), at: $0.location) }
  }

  /// The names in a list, each of them once.
  mutating func names(
    in node: YAMLNode,
    as noun: String,
    hint: String? = nil
  ) -> SeedDocument.Section<Located<Name>> {
    var section = SeedDocument.Section<Located<Name>>()
    guard let items = reader.items(of: node, as: noun, hint: hint) else {
      section.isComplete = false
      return section
    }
    var seen = KeyPlaces(capacity: items.count)
    for item in items {
      guard let name = name(of: item, as: "a name in \(noun)") else {
        section.isComplete = false
        continue
      }
      guard seen.add(Located(name.value.text, at: name.location)) else {
        reader.diagnostics.error("\"\(name.value)\" is in this list twice", at: name.location)
        continue
      }
      section.entries.append(name)
    }
    return section
  }

  /// A section whose keys are names: every one that can be read is in it, whatever its value.
  ///
  /// Keys stay as they are written. A variable in one would make it a guess which entry a second
  /// file or a person means, so `${` is refused there.
  mutating func section<Entry>(
    _ noun: String,
    in node: YAMLNode,
    decode: (inout SeedDecoder, Located<Name>, YAMLNode) -> Entry
  ) -> SeedDocument.Section<Entry> {
    var section = SeedDocument.Section<Entry>()
    guard let pairs = reader.pairs(of: node, as: noun) else {
      section.isComplete = false
      return section
    }
    section.entries.reserveCapacity(pairs.count)
    for pair in pairs {
      guard let name = literalName(pair.key) else {
        section.isComplete = false
        continue
      }
      section.entries.append(decode(&self, name, pair.value))
    }
    return section
  }

  /// A name as one of the domain whose sections are read.
  func qualified(_ name: Located<Name>) -> Located<QualifiedName> {
    Located(QualifiedName(name.value, of: domain), at: name.location)
  }

  /// A text that names something of that domain.
  mutating func ownName(
    of node: YAMLNode,
    as noun: @autoclosure () -> String
  ) -> Located<QualifiedName>? {
    name(of: node, as: noun()).map { qualified($0) }
  }

  /// A key that names something.
  mutating func literalName(_ key: Located<String>) -> Located<Name>? {
    guard !InterpolatedText.isNeeded(for: key.value) else {
      reader.diagnostics.error(
        "a key is taken as it is written, so \"${\" can't stand in it",
        at: key.location
      )
      return nil
    }
    return Located(Name(key.value), at: key.location)
  }
}
