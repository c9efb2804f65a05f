import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("A fingerprint changes with the cloud, and only with it")
struct LiveFingerprintTests {
  static let live = LiveState.make {
    $0.roles = [Live(id: "r1", Role(name: "admin")), Live(id: "r2", Role(name: "Member"))]
    $0.tenants = [
      Live(id: "t1", Tenant(name: "acme", description: "d", enabled: true)),
      Live(id: "t2", Tenant(name: "demo")),
    ]
    $0.users = [
      Live(id: "u1", User(name: "ann", email: "e", tenant: "acme", enabled: true)),
      Live(id: "u2", User(name: "bob")),
    ]
    $0.assignments = [
      RoleAssignment(user: "ann", tenant: "acme", role: "admin"),
      RoleAssignment(user: "caf\u{E9}", tenant: "acme", role: "admin"),
      RoleAssignment(user: "cafe\u{301}", tenant: "acme", role: "admin"),
    ]
    $0.services = [.make("s1", .nova, description: "d"), .make("s2", .heat)]
    $0.endpoints = [
      .make("e1", on: "s1", internal: "http://i", admin: "http://a"),
      .make("e2", on: "s2", in: nil),
    ]
  }

  @Test("it is 16 hexadecimal digits, the same in every process")
  func form() {
    #expect(LiveFingerprint.of(LiveState()) == "cbf29ce484222325")
    #expect(LiveFingerprint.of(Self.live).count == 16)
    #expect(LiveFingerprint.of(Self.live).allSatisfy { $0.isHexDigit })
  }

  @Test("whatever the order in which the cloud is read, it is the same")
  func shuffled() {
    var generator = SeededGenerator(seed: 1)
    for seed in 0..<50 {
      let live = seed == 0 ? Self.live : RandomCloud(seed: seed).live
      var other = live.shuffled(using: &generator)
      // A set rebuilt in another order iterates in another.
      other.assignments = []
      for assignment in live.assignments.sorted().reversed() {
        other.assignments.insert(assignment)
      }
      other.assignments.reserveCapacity(4_096)
      #expect(LiveFingerprint.of(other) == LiveFingerprint.of(live), "seed \(seed)")
    }
  }

  static let mutations: [@Sendable (inout LiveState) -> Void] = [
    { $0.roles.removeLast() },
    { $0.roles[0] = Live(id: "other", $0.roles[0].value) },
    { $0.roles[0] = Live(id: "r1", Role(name: "Admin")) },
    {
      $0.roles[0] = Live(
        id: "r1",
        Role(name: "admin", options: ResourceOptions([.immutable: .flag(true)]))
      )
    },
    {
      $0.tenants[1] = Live(
        id: "t2",
        Tenant(name: "demo", options: ResourceOptions([.immutable: .flag(true)]))
      )
    },
    { $0.tenants[0] = Live(id: "t1", Tenant(name: "acme", description: "D", enabled: true)) },
    { $0.tenants[0] = Live(id: "t1", Tenant(name: "acme", description: "d", enabled: false)) },
    { $0.tenants[0] = Live(id: "t1", Tenant(name: "acme", enabled: true)) },
    { $0.tenants[1] = Live(id: "t2", Tenant(name: "demo", description: "")) },
    { $0.users[0] = Live(id: "u1", User(name: "ann", email: "E", tenant: "acme", enabled: true)) },
    { $0.users[0] = Live(id: "u1", User(name: "ann", email: "e", tenant: "demo", enabled: true)) },
    { $0.users[0] = Live(id: "u1", User(name: "ann", email: "e", tenant: "acme", enabled: false)) },
    { $0.users[1] = Live(id: "u2", User(name: "bob", email: "tenant", tenant: nil)) },
    {
      $0.users[1] = Live(
        id: "u2",
        User(name: "bob", options: ResourceOptions([.locksPassword: .flag(true)]))
      )
    },
    { $0.implications.insert(Implication("admin", implies: "reader")) },
    { $0.implications.insert(Implication("reader", implies: "admin")) },
    { $0.assignments.insert(RoleAssignment(user: "bob", tenant: "acme", role: "admin")) },
    { $0.assignments.remove(RoleAssignment(user: "ann", tenant: "acme", role: "admin")) },
    { $0.services[0] = .make("s1", .nova, description: "D") },
    { $0.services[0] = .make("s1", .nova, description: "d", isShown: false) },
    { $0.services[0] = .make("s1", .glance, description: "d") },
    { $0.services[1] = .make("s2", .heatCFN) },
    { $0.endpoints[0] = .make("e9", on: "s1", internal: "http://i", admin: "http://a") },
    { $0.endpoints[0] = .make("e1", on: "s2", internal: "http://i", admin: "http://a") },
    { $0.endpoints[0].publicURL = URLTemplate("http://P") },
    { $0.endpoints[0].internalURL = nil },
    { $0.endpoints[0].adminURL = URLTemplate("http://i") },
    { $0.endpoints[0].isShown = false },
    { $0.endpoints[1] = .make("e2", on: "s2", in: "") },
    { $0.endpoints.append($0.endpoints[0]) },
  ]

  @Test("A34 any single change makes another one, and no two changes the same")
  func mutations() {
    var seen: [String: Int] = [LiveFingerprint.of(Self.live): -1]
    for (index, mutate) in Self.mutations.enumerated() {
      var live = Self.live
      mutate(&live)
      let fingerprint = LiveFingerprint.of(live)
      #expect(seen[fingerprint] == nil, "mutation \(index)")
      seen[fingerprint] = index
    }
  }

  @Test("texts that run together do not make the same one")
  func noConfusion() {
    let one = LiveState.make { $0.roles = [Live(id: "1", Role(name: "2\u{1F}3"))] }
    let other = LiveState.make { $0.roles = [Live(id: "1\u{1F}2", Role(name: "3"))] }
    #expect(LiveFingerprint.of(one) != LiveFingerprint.of(other))
  }

  @Test("whether the backend can manage a row is not the cloud's")
  func manageability() {
    var live = Self.live
    live.endpoints[0].isManageable = false
    #expect(LiveFingerprint.of(live) == LiveFingerprint.of(Self.live))
  }
}
