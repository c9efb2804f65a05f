import FoundationEssentials
import FuzzSupport
import TestSupport
import Testing

@testable import SeedFormat

/// Files that are nearly seeds: whatever is done to one, reading it ends, in a seed or a message.
struct SeedFuzzTests {
  /// More than any of the seeds has diagnostics for, and less than a screen could not show.
  private static let mostDiagnostics = 2_000

  /// Pieces of YAML that mean something, to be put where they mean something else.
  private static let fragments = [
    "*a", "&a ", "? ", ": ", "- ", "<<: *a", "<<: [*a, *a]", "[", "]", "{", "}", "'", "\"", "|\n",
    ">\n",
    "!!binary ", "!seed ", "---\n", "...\n", "%YAML 9.9\n", "#", "\t", "\r", "~", "null", "${",
    "${a}",
    "$${", "${env:HOME}", "$(tenant_id)s", "%(x", "absent:", "users:", "roles:", "1e999", "0x7f",
    "\u{85}",
  ]

  @Test func `mutated seeds end in a seed or a message`() throws {
    let originals = try Self.originals()
    let campaign = FuzzCampaign("mutated seeds", cases: 2000)
    var counts: [String: Int] = [:]
    for seed in campaign {
      var generator = SeededGenerator(seed: seed)
      var bytes = generator.pick(originals)
      for _ in 0..<generator.number(1...6) { bytes = Self.mutate(bytes, using: &generator) }
      let reading = Seed.load(bytes, file: "seed.yaml", directory: "/")
      let errors = reading.diagnostics.count { $0.severity == .error }
      #expect((reading.desired == nil) == (errors > 0), "seed \(seed)")
      #expect(reading.diagnostics.count < Self.mostDiagnostics, "seed \(seed)")
      counts[reading.desired == nil ? "refused" : "still a seed", default: 0] += 1
    }
    campaign.report(counts)
  }

  private static func originals() throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      Array(try Data(contentsOf: folder.appending(path: $0)))
    }
  }

  private static func mutate(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    guard generator.oneIn(2) else {
      return generator.pick(ByteMutation.allCases).apply(to: bytes, using: &generator)
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = generator.number(0...lines.count - 1)
    switch generator.number(1...5) {
    case 1: lines.insert(generator.pick(lines), at: index)
    case 2: lines.remove(at: index)
    case 3: lines[index] = [UInt8](repeating: 0x20, count: generator.number(0...6)) + lines[index]
    case 4: lines.swapAt(index, generator.number(0...lines.count - 1))
    default:
      var line = Array(lines[index])
      line.insert(
        contentsOf: generator.pick(fragments).utf8,
        at: generator.number(0...line.count)
      )
      lines[index] = line[...]
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
