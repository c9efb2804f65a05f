import ArgumentParser
import IdentityModel
import KeystoneClient

/// The value of `--only`: kinds with commas between them, in singular or plural, each with a name or
/// without.
struct KindList: ExpressibleByArgument, Hashable {
  let kinds: Set<ResourceKind>
  /// The names of those that are meant, by kind; all of a kind that is not in it.
  let names: [ResourceKind: Set<Name>]

  init(_ kinds: Set<ResourceKind>, names: [ResourceKind: Set<Name>] = [:]) {
    self.kinds = kinds
    self.names = names
  }

  /// What several lists say together; nil of none.
  init?(joining lists: [KindList]) {
    guard !lists.isEmpty else { return nil }
    let whole = lists.flatMap { list in list.kinds.filter { list.names[$0] == nil } }
    let named = lists.flatMap(\.names)
    kinds = Set(whole).union(named.map(\.key))
    names = Dictionary(named) { $0.union($1) }.filter { !whole.contains($0.key) }
  }

  init?(argument: String) {
    var whole: Set<ResourceKind> = []
    var names: [ResourceKind: Set<Name>] = [:]
    for item in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let named = ResourceKind.allCases.first { $0.isCalled(String(parts[0])) }
      guard let kind = named else { return nil }
      guard parts.count > 1 else {
        whole.insert(kind)
        continue
      }
      guard !parts[1].isEmpty else { return nil }
      names[kind, default: []].insert(Name(String(parts[1])))
    }
    kinds = whole.union(names.keys)
    self.names = names.filter { !whole.contains($0.key) }
  }

  /// Completions of a list being typed: each with one more kind.
  static func completions(of word: String) -> [String] {
    let end = word.lastIndex(of: ",").map { word.index(after: $0) } ?? word.startIndex
    let begun = word[..<end]
    let list = KindList(argument: String(begun.dropLast()))
    let named = list.map { list in list.kinds.filter { list.names[$0] == nil } } ?? []
    return ResourceKind.allCases.filter { !named.contains($0) }.map { "\(begun)\($0.plural)" }
  }
}

extension ResourceKind {
  /// Whether a version of the API has that word for one or several of them.
  fileprivate func isCalled(_ word: String) -> Bool {
    IdentityVersion.allCases.contains { version in
      word == noun(over: version.rawValue) || word == nouns(over: version.rawValue)
    }
  }
}
