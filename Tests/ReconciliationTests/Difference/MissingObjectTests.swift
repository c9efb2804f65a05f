import IdentityModel
import Reconciliation
import Testing

@Suite("What must be there and is not")
struct MissingObjectTests {
  @Test("the nearest of what is live may be meant")
  func nearest() {
    let key = ResourceKey.service(ServiceKey(type: "image", name: "glanze"))
    #expect(
      MissingObject(.object(key), among: ["image/glance", "x"]).nearest == "image/glance"
    )
    #expect(MissingObject(.region("Ome"), among: ["One", "Two"]).nearest == "One")
    #expect(MissingObject(.object(.role("admin")), among: ["Member"]).nearest == nil)
  }

  @Test("they are listed by kind and name, regions last")
  func order() {
    let subjects: [MissingObject.Subject] = [
      .region("a"), .object(.user("b")), .region("A"), .object(.role("z")), .object(.user("a")),
    ]
    let sorted = subjects.map { MissingObject($0, among: []) }.sorted().map(\.subject)
    #expect(
      sorted == [
        .object(.role("z")), .object(.user("a")), .object(.user("b")), .region("A"), .region("a"),
      ]
    )
  }
}
