import IdentityModel
import Reconciliation
import Testing

@Suite("The order of kinds is one table")
struct DependencyOrderTests {
  static let keys: [ResourceKey] = [
    .domain("d"), .region("p"), .role("r"),
    .implication(Implication("r", implies: "s")), .tenant("t"), .group("g"), .user("u"),
    .membership(Membership(user: "u", group: "g")),
    .assignment("u", "t", "r"),
    .service(.nova),
    .endpoint(.nova),
    .limit(servers),
    .limit(servers.own(of: .tenant("t"))),
  ]
  static let servers = LimitKey(service: .nova, region: "R", resource: "servers")

  @Test("it lists every kind once")
  func everyKindOnce() {
    #expect(DependencyOrder.kinds.count == ResourceKind.allCases.count)
    #expect(Set(DependencyOrder.kinds) == Set(ResourceKind.allCases))
  }

  @Test("nothing needs what only ties others together, an endpoint or a limit of its own")
  func needed() {
    let needless: Set<ResourceKind> = [.implication, .membership, .assignment, .endpoint, .limit]
    #expect(DependencyOrder.needed == Set(ResourceKind.allCases).subtracting(needless))
  }

  @Test("each kind comes after all that it needs", arguments: ResourceKind.allCases)
  func afterItsNeeds(kind: ResourceKind) throws {
    let rank = try #require(DependencyOrder.kinds.firstIndex(of: kind))
    let earlier = Set(DependencyOrder.kinds[..<rank])
    #expect(Set(DependencyOrder.needs(kind)).isSubset(of: earlier))
  }

  @Test("creates walk down the table, deletes walk up")
  func bothWays() {
    #expect(Self.keys.map(\.kind) == DependencyOrder.kinds)
    #expect(Self.keys.reversed().sorted(by: DependencyOrder.createsBefore) == Self.keys)
    #expect(Self.keys.sorted(by: DependencyOrder.deletesBefore) == Self.keys.reversed())
  }

  @Test("within a kind both go by key")
  func withinAKind() {
    let pairs: [(ResourceKey, ResourceKey)] = [
      (.domain("a"), .domain("b")),
      (.region("a"), .region("b")),
      (.role("a"), .role("b")),
      (.role("b"), .named(.role, QualifiedName("a", of: "corp"))),
      (
        .implication(Implication("a", implies: "c")), .implication(Implication("b", implies: "a"))
      ),
      (.tenant("A"), .tenant("a")),
      (.user("ann"), .user("bob")),
      (
        .membership(Membership(user: "b", group: "a")),
        .membership(Membership(user: "a", group: "b"))
      ),
      (.assignment("a", "b", "c"), .assignment("a", "b", "d")),
      (.service(.heatCFN), .service(.nova)),
      (.endpoint(.nova, in: "A"), .endpoint(.nova, in: "B")),
      (.limit(Self.servers.own(of: .domain("d"))), .limit(Self.servers.own(of: .tenant("a")))),
      (.limit(Self.servers.own(of: .tenant("a"))), .limit(Self.servers.own(of: .tenant("b")))),
    ]
    for (left, right) in pairs {
      #expect(DependencyOrder.createsBefore(left, right))
      #expect(DependencyOrder.deletesBefore(left, right))
      #expect(!DependencyOrder.createsBefore(right, left))
      #expect(!DependencyOrder.deletesBefore(right, left))
    }
  }
}
