internal import IdentityModel

/// The options of an object that the seed says anything of, each where it does.
struct DeclaredOptions {
  /// Where they begin.
  let location: FileLocation
  var values: [ResourceOption: Located<ResourceOptions.Value>] = [:]

  /// What they come to.
  var options: ResourceOptions { ResourceOptions(values.mapValues(\.value)) }
}

extension DeclaredOptions? {
  /// What they come to, which is nothing where nothing is said.
  var resolved: ResourceOptions { self?.options ?? ResourceOptions() }
}
