import IdentityModel
import Reconciliation
import Testing

@Suite("What must be there and is not")
struct MissingObjectTests {
  @Test("the nearest of what is live may be meant")
  func nearest() {
    let key = ResourceKey.service(ServiceKey(type: "image", name: "glanze"))
    #expect(
      MissingObject(key, among: ["image/glance", "x"]).nearest == "image/glance"
    )
    #expect(MissingObject(.region("Ome"), among: ["One", "Two"]).nearest == "One")
    #expect(MissingObject(.role("admin"), among: ["Member"]).nearest == nil)
  }

  @Test("they are listed by kind and name")
  func order() {
    let keys: [ResourceKey] = [
      .user("b"), .region("a"), .role("z"), .region("A"), .user("a"),
    ]
    let sorted = keys.map { MissingObject($0, among: []) }.sorted().map(\.key)
    #expect(sorted == [.region("A"), .region("a"), .role("z"), .user("a"), .user("b")])
  }
}
