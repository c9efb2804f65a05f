import FoundationEssentials

/// Many cases of one fuzz test, each from a seed of its own that is enough to make it again.
///
/// `KEYSTONE_FUZZ_CASES` says how many, `KEYSTONE_FUZZ_SEED` which is the first; without them they
/// are few and always the same ones, so that a test run says the same twice. `script/test --fuzz` sets both.
package struct FuzzCampaign: Sequence, Sendable {
  private let name: String
  private let seeds: Range<Int>

  /// Announces the cases on standard output.
  ///
  /// - Parameters:
  ///   - name: What the cases are about.
  ///   - cases: How many there are unless the environment says otherwise.
  ///   - cost: How many cases of another kind one of these takes the time of.
  package init(_ name: String, cases: Int, cost: Int = 1) {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["KEYSTONE_FUZZ_SEED"].flatMap { Int($0) } ?? 1
    let wanted = environment["KEYSTONE_FUZZ_CASES"].flatMap { Int($0) }
    let count = wanted.map { Swift.max(1, $0 / cost) } ?? cases
    self.name = name
    seeds = first..<first + count
    print("fuzz: \(name), \(count) cases, seeds \(first) to \(first + count - 1)")
  }

  /// Says what the cases came to.
  package func report(_ counts: [String: Int]) {
    let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    print("fuzz: \(name), of \(seeds.count) cases \(parts.joined(separator: ", "))")
  }

  package func makeIterator() -> Range<Int>.Iterator { seeds.makeIterator() }
}
