import SeedFormat
import Testing

@testable import KeystoneSeedCLI

extension Cloud {
  /// The cloud `c` with an entry as YAML has it.
  static func test(_ yaml: String, isAskedFor: Bool = false) throws -> Cloud {
    let text = "clouds:\n  c: \(yaml)\n"
    let entries = try CloudFiles.entries(of: Array(text.utf8), path: "c.yaml")
    return Cloud(name: "c", entry: try #require(entries["c"]), isAskedFor: isAskedFor)
  }
}
