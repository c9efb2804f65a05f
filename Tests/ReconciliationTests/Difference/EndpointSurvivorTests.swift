import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("Of several rows of one endpoint the same one stays, whoever looks")
struct EndpointSurvivorTests {
  /// Rows of one declared endpoint, of which one is to stay, or to be made again if it differs.
  struct Rows: CustomTestStringConvertible {
    let testDescription: String
    let rows: [LiveEndpoint]
    let deleted: [String]
    let changed: String?
    let isMade: Bool
    let left: [String]

    init(
      _ name: String,
      _ rows: [LiveEndpoint],
      deleted: [String],
      changed: String? = nil,
      isMade: Bool = false,
      left: [String] = []
    ) {
      testDescription = name
      self.rows = rows
      self.deleted = deleted
      self.changed = changed
      self.isMade = isMade
      self.left = left
    }
  }

  static let desired = DesiredState.make {
    $0.services = [.make()]
    $0.endpoints = [.make(public: "http://p")]
  }

  static let cases = [
    Rows(
      "the lowest ID among equals",
      [.make("2", on: "s"), .make("1", on: "s"), .make("3", on: "s")],
      deleted: ["2", "3"]
    ),
    Rows(
      "one that matches before a lower ID",
      [.make("1", on: "s", public: "http://x"), .make("2", on: "s")],
      deleted: ["1"]
    ),
    Rows(
      "the lowest ID is changed where none matches",
      [.make("2", on: "s", public: "http://x"), .make("1", on: "s", public: "http://y")],
      deleted: ["2"],
      changed: "1"
    ),
    Rows(
      "a row that users see is changed, even where a hidden one matches",
      [.make("1", on: "s", isShown: false), .make("2", on: "s", public: "http://x")],
      deleted: ["1"],
      changed: "2"
    ),
    Rows(
      "among hidden rows one that matches is replaced by one that users see",
      [
        .make("1", on: "s", public: "http://x", isShown: false),
        .make("2", on: "s", isShown: false),
      ],
      deleted: ["1"],
      changed: "2"
    ),
    Rows(
      "of hidden rows one that the backend can change, for a seen one to come instead",
      [
        .make("1", on: "s", isShown: false, isManageable: false),
        .make("2", on: "s", public: "http://x", isShown: false),
      ],
      deleted: [],
      changed: "2",
      left: ["1"]
    ),
    Rows(
      "A26 a row that cannot be deleted stays where it matches",
      [.make("1", on: "s"), .make("2", on: "s", isManageable: false)],
      deleted: ["1"]
    ),
    Rows(
      "A26 a row that can be changed stays where none matches, and the other is named",
      [
        .make("1", on: "s", public: "http://x", isManageable: false),
        .make("2", on: "s", public: "http://x"),
      ],
      deleted: [],
      changed: "2",
      left: ["1"]
    ),
    Rows(
      "A26 a row that cannot be changed is named, and nothing is deleted in its place",
      [.make("1", on: "s", public: "http://x", isManageable: false)],
      deleted: [],
      left: ["1"]
    ),
    Rows(
      "a row on a duplicate of the service is made again on the one that stays",
      [.make("1", on: "t")],
      deleted: ["1"],
      isMade: true
    ),
    Rows(
      "a row on the service that stays is kept, even where another would match",
      [.make("1", on: "t"), .make("2", on: "s", public: "http://x")],
      deleted: ["1"],
      changed: "2"
    ),
    Rows(
      "a hidden row on the service that stays does not stand in for one that users see",
      [.make("1", on: "t"), .make("2", on: "s", isShown: false)],
      deleted: ["1", "2"],
      isMade: true
    ),
  ]

  @Test("the others are deleted, each by its ID", arguments: cases)
  func survivor(_ rows: Rows) throws {
    for rotation in rows.rows.indices {
      let live = LiveState.make {
        $0.services = [.make("s"), .make("t")]
        $0.endpoints = Array(rows.rows[rotation...] + rows.rows[..<rotation])
      }
      let plan = try Plan.make(Self.desired, live)
      let changes = plan.changes.filter { $0.key == .endpoint(.nova) }
      #expect(changes.filter { $0.action == .delete }.compactMap(\.liveID) == rows.deleted)
      #expect(
        changes.filter { $0.action == .replace }.compactMap(\.liveID)
          == [rows.changed].compactMap { $0 }
      )
      #expect(changes.contains { $0.action == .create } == rows.isMade)
      #expect(plan.notes == rows.left.map { .unmanageable(.endpoint(.nova), id: $0) })
    }
  }

  @Test("a new row repeats what the seed leaves alone of the row that it stands for")
  func model() throws {
    let live = LiveState.make {
      $0.services = [.make("s"), .make("t")]
      $0.endpoints = [
        .make("1", on: "t", public: "http://x", admin: "http://1"),
        .make("2", on: "t", public: "http://p", admin: "http://2"),
        .make("3", on: "t", public: "http://p", admin: "http://3", isShown: false),
      ]
    }
    let plan = try Plan.make(Self.desired, live)
    let creation = try #require(plan.changes.filter { $0.action == .create }.only)
    #expect(creation.serviceID == "s")
    #expect(creation.carried == [FieldSetting(.adminURL, .template(URLTemplate("http://2")))])
  }
}
