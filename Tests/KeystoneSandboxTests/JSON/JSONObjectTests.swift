import Testing

@testable import KeystoneSandbox

@Suite struct JSONObjectTests {
  @Test func lastOfEqualKeysCountsInTheFirstOnesPlace() {
    let object = JSONObject([("a", "1"), ("b", "2"), ("a", "3")])
    #expect(object.keys == ["a", "b"])
    #expect(object["a"] == "3")
  }

  @Test func keysAreComparedCodePointByCodePoint() {
    let object = JSONObject([("é", "composed"), ("e\u{301}", "decomposed")])
    #expect(object.keys.count == 2)
    #expect(object["e\u{301}"] == "decomposed")
  }

  @Test func settingKeepsThePlaceAndNilRemoves() {
    var object: JSONObject = ["a": "1", "b": "2"]
    object["a"] = "3"
    object["c"] = "4"
    object["b"] = nil
    object["nope"] = nil
    #expect(object == ["a": "3", "c": "4"])
  }

  @Test func takingHandsTheValueBack() {
    var object: JSONObject = ["a": "1", "b": "2"]
    #expect(object.take("a") == "1")
    #expect(object.take("a") == nil)
    #expect(object == ["b": "2"])
  }

  @Test func mergingReplacesAndAdds() {
    var object: JSONObject = ["a": "1", "b": "2"]
    object.merge(["b": "3", "c": "4"])
    #expect(object == ["a": "1", "b": "3", "c": "4"])
  }

  @Test func renamingMayMakeKeysEqual() {
    let object: JSONObject = ["a-b": "1", "a_b": "2"]
    #expect(object.renamingKeys { $0.replacing("-", with: "_") } == ["a_b": "2"])
    #expect(object.without(["a-b"]) == ["a_b": "2"])
  }
}
