import Testing

@testable import SeedFormat

struct RareTests {
  private struct Entry {
    @Rare var note: String?
    @Rare var count: Int? = 7
  }

  @Test func `holds what it is given, and nothing until then`() {
    var entry = Entry()
    #expect(entry.note == nil)
    #expect(entry.count == 7)
    entry.note = "a"
    var other = entry
    other.note = "b"
    other.count = nil
    #expect(entry.note == "a")
    #expect(entry.count == 7)
    #expect(other.note == "b")
    #expect(other.count == nil)
  }

  @Test func `takes no more room than a reference`() {
    #expect(MemoryLayout<Rare<(Int, Int, Int, Int)>>.size == MemoryLayout<Int>.size)
  }
}
