import IdentityModel
import Testing

@Suite("A service is its type and its name")
struct ServiceTests {
  @Test("A14 one name with two types makes two services")
  func twoTypes() {
    let heat = Service(type: "orchestration", name: "heat")
    let heatCFN = Service(type: "cloudformation", name: "heat")
    #expect(heat.key != heatCFN.key)
  }

  @Test("A5 one type with two names makes two services")
  func twoNames() {
    #expect(
      Service(type: "compute", name: "nova").key != Service(type: "compute", name: "nova2").key
    )
  }

  @Test("services sort by type, then by name")
  func order() {
    let sorted = [
      ServiceKey(type: "compute", name: "nova"),
      ServiceKey(type: "compute", name: "nova2"),
      ServiceKey(type: "image", name: "glance"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
