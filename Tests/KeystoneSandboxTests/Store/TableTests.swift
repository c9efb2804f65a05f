import Testing

@testable import KeystoneSandbox

@Suite struct TableTests {
  private func role(_ id: String, _ name: String) -> Role {
    Role(id: id, name: name, domainID: .null, extra: [:])
  }

  @Test func recordsAreListedInTheOrderOfMaking() {
    var table = Table<Role>()
    for id in ["c", "a", "b"] { table.store(role(id, id)) }
    table.store(role("a", "renamed"))
    #expect(table.all.map(\.id) == ["c", "a", "b"])
  }

  @Test func renamingFreesTheFormerName() {
    var table = Table<Role>()
    table.store(role("a", "old"))
    table.store(role("a", "new"))
    #expect(table.named("old") == nil)
    #expect(table.named("new")?.id == "a")
  }

  @Test func removingFreesIdAndName() {
    var table = Table<Role>()
    table.store(role("a", "x"))
    #expect(table.remove("a")?.name == "x")
    #expect(table.remove("a") == nil)
    #expect(table["a"] == nil)
    #expect(table.named("x") == nil)
    #expect(table.all.isEmpty)
  }

  @Test func removingManyKeepsTheRestInOrder() {
    var table = Table<Role>()
    for number in 0..<100 { table.store(role("\(number)", "name \(number)")) }
    let removed = (0..<100).filter { $0 % 10 != 3 }
    for number in removed { _ = table.remove("\(number)") }
    table.store(role("new", "name 0"))
    let left = [3, 13, 23, 33, 43, 53, 63, 73, 83, 93]
    #expect(table.all.map(\.id) == left.map(String.init) + ["new"])
    #expect(left.allSatisfy { table["\($0)"]?.id == table.named("name \($0)")?.id })
    #expect(table.named("name 0")?.id == "new")
    #expect(removed.allSatisfy { table["\($0)"] == nil })
  }

  @Test func recordsWithoutAUniqueNameAreFoundByIdAlone() {
    var table = Table<Service>()
    for id in ["a", "b"] {
      table.store(Service(id: id, name: "same", type: "same", enabled: true, extra: [:]))
    }
    #expect(table.named("same") == nil)
    #expect(table.all.count == 2)
  }

  @Test func nameIsUniqueInItsSpace() {
    var table = Table<User>(names: .generalCI)
    for (id, domain) in [("a", "default"), ("b", "other")] {
      table.store(User(id: id, name: "nova", enabled: true, domainID: domain, extra: [:]))
    }
    #expect(table.named("NOVA")?.id == "a")
    #expect(table.named("nova", in: "other")?.id == "b")
    _ = table.remove("a")
    #expect(table.named("nova") == nil)
    #expect(table.named("nova", in: "other")?.id == "b")
  }
}
