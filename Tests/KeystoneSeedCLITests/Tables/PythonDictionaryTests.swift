import Testing

@testable import KeystoneSeedCLI

@Suite struct PythonDictionaryTests {
  /// Keys in the order in which they are set, and that of the `dict` of Python 2.7.18 then.
  static let orders: [(set: [String], order: [String])] = [
    (
      ["compute", "image", "identity", "volume", "ec2"],
      ["volume", "image", "compute", "ec2", "identity"]
    ),
    (
      ["volume", "ec2", "image", "identity", "compute"],
      ["volume", "image", "compute", "ec2", "identity"]
    ),
    (
      ["compute", "image", "identity", "volume", "ec2", "s3"],
      ["compute", "s3", "image", "volume", "ec2", "identity"]
    ),
    (
      [
        "compute", "computev3", "ec2", "image", "volume", "volumev2", "object-store", "network",
        "orchestration", "cloudformation", "metering", "database", "data_processing", "baremetal",
        "identity",
      ],
      [
        "baremetal", "compute", "network", "volumev2", "computev3", "image", "database", "metering",
        "cloudformation", "data_processing", "volume", "ec2", "orchestration", "object-store",
        "identity",
      ]
    ),
    (
      ["a", "i"],
      ["a", "i"]
    ),
    (
      ["i", "a"],
      ["i", "a"]
    ),
    (
      ["", "a", "b"],
      ["", "a", "b"]
    ),
    (
      ["é", "e\u{301}", "中文", "\u{1F600}"],
      ["é", "\u{1F600}", "中文", "e\u{301}"]
    ),
    (
      ["id", "region", "publicURL", "internalURL", "adminURL"],
      ["adminURL", "region", "internalURL", "id", "publicURL"]
    ),
  ]

  @Test(arguments: orders)
  func orderIsThatOfPython(set: [String], order: [String]) {
    let dictionary = PythonDictionary(set.enumerated().map { (key: $1, value: $0) })
    #expect(dictionary.elements.map(\.key) == order)
  }

  /// With keys by the hundred the table grows several times.
  @Test func orderOfManyKeysIsThatOfPython() {
    let keys = (0..<1000).map { "key\($0)" }
    let order = PythonDictionary(keys.map { (key: $0, value: ()) }).elements.map(\.key)
    #expect(order.prefix(5) == ["key989", "key687", "key19", "key18", "key17"])
    #expect(order.suffix(5) == ["key466", "key465", "key464", "key469", "key468"])
    #expect(order.sorted() == keys.sorted())
  }

  @Test func aKeyThatIsSetAgainKeepsItsPlace() {
    let once = PythonDictionary([(key: "compute", value: 1), ("image", 2), ("ec2", 3)])
    let again = PythonDictionary([
      (key: "compute", value: 0), ("image", 2), ("ec2", 3), ("compute", 1),
    ])
    #expect(again.elements.map(\.key) == once.elements.map(\.key))
    #expect(again.elements.map(\.value) == once.elements.map(\.value))
  }

  @Test func keysAreToldApartCodePointByCodePoint() {
    let dictionary = PythonDictionary([(key: "\u{E9}", value: 1), ("e\u{301}", 2)])
    #expect(dictionary.elements.map(\.value).sorted() == [1, 2])
  }
}
