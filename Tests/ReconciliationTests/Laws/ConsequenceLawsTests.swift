import IdentityModel
import TestSupport
import Testing

@testable import Reconciliation

/// What is told is held against states that are looked at one by one, after each change, by the words of
/// the rules alone.
@Suite("Laws of what changes of groups, grants and implications come to")
struct ConsequenceLawsTests {
  static let seeds = 0..<400

  @Test("who gains and who loses what is told once each, of the change from which on it is so")
  func attribution() {
    var (gained, lost) = (0, 0)
    for seed in Self.seeds {
      let cloud = RandomAccess(seed: seed)
      let found = AccessCourse(cloud.access, cloud.plan.changes).consequences() ?? [:]
      let told = Set(found.flatMap { key, all in all.map { Told(key, $0) } })
      #expect(told == cloud.expected, "seed \(seed)")
      #expect(found.values.map(\.count).reduce(0, +) == told.count, "seed \(seed)")
      for all in found.values { #expect(all == all.sorted { $0.role < $1.role }, "seed \(seed)") }
      gained += told.count { $0.consequence.effect == .gains }
      lost += told.count { $0.consequence.effect == .loses }
    }
    #expect(gained > Self.seeds.count)
    #expect(lost > Self.seeds.count)
  }

  @Test("what nobody asks for does not matter")
  func reading() {
    var (unread, placeless) = (0, 0)
    for seed in Self.seeds {
      let cloud = RandomAccess(seed: seed)
      let whole = AccessCourse(cloud.access, cloud.plan.changes).consequences()
      var access = cloud.access
      access.members = [:]
      access.places = [:]
      if AccessCourse(access, cloud.plan.changes).needsPlaces {
        access.places = cloud.access.places
      } else {
        placeless += 1
      }
      let groups = AccessCourse(access, cloud.plan.changes).groupsInQuestion
      unread += cloud.access.members.keys.count { !groups.contains($0) }
      access.members = cloud.access.members.filter { groups.contains($0.key) }
      let told = AccessCourse(access, cloud.plan.changes).consequences()
      #expect(told == whole, "seed \(seed)")
    }
    #expect(unread > 0)
    #expect(placeless > 0)
  }
}

/// A consequence with the change that it is told of.
struct Told: Hashable {
  let change: ResourceKey
  let consequence: Consequence

  init(_ change: ResourceKey, _ consequence: Consequence) {
    self.change = change
    self.consequence = consequence
  }
}
