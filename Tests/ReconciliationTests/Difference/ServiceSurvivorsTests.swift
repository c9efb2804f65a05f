import IdentityModel
import Reconciliation
import Testing

@Suite("Of several rows of one service the same one stays, whoever looks")
struct ServiceSurvivorsTests {
  /// Rows of one service, of which one is to stay.
  struct Rows: CustomTestStringConvertible {
    let testDescription: String
    let declared: String?
    let rows: [Live<Service>]
    let staying: String

    init(_ name: String, _ declared: String?, _ rows: [Live<Service>], staying: String) {
      testDescription = name
      self.declared = declared
      self.rows = rows
      self.staying = staying
    }
  }

  static let cases = [
    Rows(
      "the lowest ID among equals",
      nil,
      [.make("2"), .make("1"), .make("3")],
      staying: "1"
    ),
    Rows(
      "one that matches before a lower ID",
      "d",
      [.make("1", description: "other"), .make("2", description: "d")],
      staying: "2"
    ),
    Rows(
      "the lowest ID among those that match",
      "d",
      [.make("1"), .make("3", description: "d"), .make("2", description: "d")],
      staying: "2"
    ),
    Rows(
      "the lowest ID where none matches",
      "d",
      [.make("2"), .make("1", description: "other")],
      staying: "1"
    ),
    Rows(
      "one that users see before a hidden one",
      nil,
      [.make("1", isShown: false), .make("2")],
      staying: "2"
    ),
    Rows(
      "one that users see before a hidden one that matches",
      "d",
      [.make("1", description: "d", isShown: false), .make("2")],
      staying: "2"
    ),
    Rows(
      "a hidden one that matches among hidden ones",
      "d",
      [.make("1", isShown: false), .make("2", description: "d", isShown: false)],
      staying: "2"
    ),
    Rows(
      "an undeclared description is no difference",
      nil,
      [.make("1", description: "a"), .make("2")],
      staying: "1"
    ),
  ]

  @Test("the others are deleted, each by its ID", arguments: cases)
  func survivor(_ rows: Rows) throws {
    let desired = DesiredState.make { $0.services = [.make(description: rows.declared)] }
    for rotation in rows.rows.indices {
      let live = LiveState.make {
        $0.services = Array(rows.rows[rotation...] + rows.rows[..<rotation])
      }
      let plan = try Plan.make(desired, live, capabilities: .v3)
      let deleted = plan.changes.filter { $0.action == .delete }
      #expect(
        Set(deleted.compactMap(\.liveID)) == Set(rows.rows.map(\.id)).subtracting([rows.staying])
      )
      #expect(deleted.allSatisfy { $0.reason == .duplicate })
      #expect(plan.changes.filter { $0.action == .update }.allSatisfy { $0.liveID == rows.staying })
    }
  }

  @Test("its endpoints do not count, for another run may still be making them")
  func endpointsDoNotCount() throws {
    let desired = DesiredState.make { $0.services = [.make()] }
    let live = LiveState.make {
      $0.services = [.make("1"), .make("2")]
      $0.endpoints = [.make("a", on: "2"), .make("b", on: "2", in: "Edge")]
    }
    let plan = try Plan.make(desired, live)
    #expect(plan.changes.filter { $0.key == .service(.nova) }.compactMap(\.liveID) == ["2"])
  }

  @Test("A14 one name with two types stays two services (puppet, monasca)")
  func twoTypes() throws {
    let desired = DesiredState.make {
      $0.services = [.make(.heat, description: "a"), .make(.heatCFN, description: "b")]
    }
    let live = LiveState.make {
      $0.services = [.make("1", .heat, description: "a"), .make("2", .heatCFN, description: "b")]
    }
    #expect(try Plan.make(desired, live).isEmpty)
    let half = LiveState.make { $0.services = [.make("1", .heat, description: "a")] }
    #expect(try Plan.make(desired, half).lines == ["+ service cloudformation/heat"])
  }

  @Test("A5 one type with another name is another service (openstack-charms)")
  func twoNames() throws {
    let desired = DesiredState.make { $0.services = [.make(.nova)] }
    let other = ServiceKey(type: "compute", name: "nova-legacy")
    let live = LiveState.make { $0.services = [.make("1", other)] }
    let plan = try Plan.make(desired, live)
    #expect(plan.lines == ["+ service compute/nova"])
    #expect(plan.unmanagedCount == 1)
  }
}
