@testable import SeedFormat

extension Seed {
  /// What a reading has to say, as it is printed.
  static func lines(
    of seed: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:]
  ) -> [String] {
    load(seed, overrides: overrides, environment: environment).diagnostics.map(\.description)
  }

  /// A reading of one file.
  static func load(
    _ bytes: [UInt8],
    file: String,
    directory: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:]
  ) -> SeedReading {
    load(
      [SeedText(name: file, directory: directory, bytes: bytes)],
      overrides: overrides,
      environment: environment
    )
  }

  /// A reading with the usual names.
  static func load(
    _ seed: String,
    overrides: [(name: String, value: String)] = [],
    environment: [String: String] = [:]
  ) -> SeedReading {
    load(
      seed,
      file: "seed.yaml",
      directory: "/etc/seeds",
      overrides: overrides,
      environment: environment
    )
  }
}
