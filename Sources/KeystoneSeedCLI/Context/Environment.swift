/// The environment variables, among which an empty one counts as unset.
///
/// That is how the programs of OpenStack read theirs: `OS_TOKEN= command` is the usual way to do
/// without a variable that a sourced file has set.
struct Environment: Hashable, Sendable {
  let variables: [String: String]

  init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// The value of a variable, nil where it is missing or empty.
  subscript(_ name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }
}
