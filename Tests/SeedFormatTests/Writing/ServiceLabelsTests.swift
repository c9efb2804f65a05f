import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct ServiceLabelsTests {
  private func labels(_ services: (name: Name, type: Name)...) -> [String] {
    let keys = services.map { ServiceKey(type: $0.type, name: $0.name) }
    let labels = ServiceLabels.labels(for: keys)
    return keys.compactMap { labels[$0] }
  }

  @Test func `a service is called by its name`() {
    #expect(labels(("nova", "compute"), ("ec2", "ec2")) == ["nova", "ec2"])
  }

  @Test func `services of one name are told apart by their types`() {
    let found = labels(("heat", "orchestration"), ("heat", "cloudformation"), ("nova", "compute"))
    #expect(found == ["heat-orchestration", "heat-cloudformation", "nova"])
  }

  @Test func `a label that is taken gets a number`() {
    let found = labels(("a", "b"), ("a", "c"), ("a-b", "d"))
    #expect(found == ["a-b", "a-c", "a-b-2"])
  }

  @Test func `two spellings of an accent are two labels to any reader`() {
    let found = labels(("\u{E9}", "t"), ("e\u{301}", "t"))
    #expect(Set(found).count == 2)
  }

  @Test func `a name that no key can hold has a label of its own`() {
    #expect(labels(("a${b}", "t"), ("${", "u")) == ["service", "service-2"])
  }
}
