/// Which release this is: the one place that says so.
enum Version {
  static let number = "0.1.0"

  /// What `--version` prints.
  static let line = "keystone-seed \(number)"
}
