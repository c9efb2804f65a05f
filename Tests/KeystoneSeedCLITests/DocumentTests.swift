import ArgumentParser
import FoundationEssentials
import Testing

@testable import KeystoneSeedCLI

/// What the pages in docs show is what there is.
@Suite struct DocumentTests {
  /// The seeds of a page: blocks of YAML below a comment that says so.
  static func seeds(in page: String) throws -> [String] {
    let text = try contentOfProjectFile("docs/\(page)")
    return text.split(separator: "<!-- a seed, held by DocumentTests -->\n```yaml\n").dropFirst()
      .map { block in
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { $0 != "```" }.map { $0 + "\n" }.joined()
      }
  }

  static func names(in folder: String, endingWith ending: String) throws -> [String] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let names = try FileManager.default.contentsOfDirectory(atPath: "/\(root)/\(folder)")
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  private func validate(_ seed: String, _ options: String...) async -> (ExitStatus, String) {
    let screen = Screen()
    let status = await Program.run(
      ["validate", "-"] + options,
      in: .test(screen: screen, input: seed)
    )
    return (status, screen.error)
  }

  @Test func seedOnEachPageIsValid() async throws {
    var count = 0
    for page in try Self.names(in: "docs", endingWith: ".md") {
      for seed in try Self.seeds(in: page) {
        let (status, error) = await validate(seed)
        #expect(status == .success && error.isEmpty, "\(page): \(error)")
        count += 1
      }
    }
    #expect(count > 2)
  }

  @Test func exampleOfEachKeyIsValidAndSaysWhatItNeeds() async throws {
    let files = try Self.names(in: "docs/examples", endingWith: ".yaml")
    #expect(!files.isEmpty)
    for file in files {
      let seed = try contentOfProjectFile("docs/examples/\(file)")
      let (status, error) = await validate(seed)
      #expect(status == .success && error.isEmpty, "\(file): \(error)")
      let (older, _) = await validate(seed, "--for", "v2.0")
      #expect((older == .failure) == seed.hasPrefix("# Over v3"), "\(file)")
    }
  }

  @Test func optionsAreThoseOfTheHelp() async throws {
    var help = ""
    for command in KeystoneSeedCommand.configuration.subcommands {
      let screen = Screen()
      let name = try #require(command.configuration.commandName)
      _ = await Program.run([name, "--help"], in: .test(screen: screen))
      help += screen.output
    }
    for page in try Self.names(in: "docs", endingWith: ".md") {
      let text = try contentOfProjectFile("docs/\(page)")
      for line in text.split(separator: "\n") where line.contains("keystone-seed ") {
        for word in line.split(whereSeparator: { " `|".contains($0) }) where word.hasPrefix("--") {
          let option = word.prefix { $0.isLetter || $0 == "-" }
          #expect(help.contains(option), "\(page): \(option)")
        }
      }
    }
  }
}
