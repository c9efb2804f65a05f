/// Why a text is not one YAML document.
enum YAMLFault: Error {
  /// libyaml can't go on: what it was about, what it met, and where.
  case syntax(context: String?, problem: String, FileLocation)
  /// A character that no YAML text may hold.
  case character(problem: String, offset: Int)
  case nestedTooDeeply(FileLocation)
  case secondDocument(FileLocation)
  case undefinedAlias(FileLocation)
  case aliasedKey(FileLocation)
  case outOfMemory
}
