import Foundation
import IdentityModel
import Testing

@Suite("A name with its domain")
struct QualifiedNameTests {
  static let ann = QualifiedName("ann", of: "corp")

  @Test func `one of a domain is another than the same name of none`() {
    #expect(Self.ann != "ann")
    #expect(Self.ann != QualifiedName("ann", of: "lab"))
    #expect(Self.ann == QualifiedName("ann", of: "corp"))
    #expect(Set<QualifiedName>([Self.ann, "ann", QualifiedName("ann", of: "lab")]).count == 3)
    #expect(Self.ann.hashValue == QualifiedName("ann", of: "corp").hashValue)
  }

  @Test func `its domain can be another one, which no copy gets`() {
    var name = Self.ann
    name.domain = "lab"
    #expect(name == QualifiedName("ann", of: "lab"))
    #expect(Self.ann.domain == "corp")
    name.domain = nil
    #expect(name == "ann")
  }

  @Test func `both parts are compared code point by code point`() {
    let composed = QualifiedName("caf\u{E9}", of: "caf\u{E9}")
    #expect(composed != QualifiedName("cafe\u{301}", of: "caf\u{E9}"))
    #expect(composed != QualifiedName("caf\u{E9}", of: "cafe\u{301}"))
  }

  @Test func `those of no domain come first, then domain by domain`() {
    let sorted: [QualifiedName] = [
      "a", "z", QualifiedName("b", of: "corp"), QualifiedName("c", of: "corp"),
      QualifiedName("a", of: "lab"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `in JSON one of no domain is a plain text, and each is read back`() throws {
    let names: [QualifiedName] = ["nova", Self.ann, "", QualifiedName("", of: "")]
    let json = try JSONEncoder().encode(names)
    #expect(try JSONDecoder().decode([QualifiedName].self, from: json) == names)
    let plain = try JSONEncoder().encode(["nova"] as [QualifiedName])
    #expect(String(decoding: plain, as: UTF8.self) == #"["nova"]"#)
  }

  @Test func `it shows with its domain where it has one`() {
    #expect("\(QualifiedName("nova"))" == "nova")
    #expect("\(Self.ann)" == "ann of domain corp")
    #expect(Self.ann.quoted == #""ann" of domain "corp""#)
    #expect(QualifiedName("nova").quoted == Name("nova").quoted)
  }

  @Test func `a database takes names for one within a domain alone`() {
    #expect(Self.ann.isTwin(of: QualifiedName("Ann", of: "corp")))
    #expect(!Self.ann.isTwin(of: "Ann"))
    #expect(!Self.ann.isTwin(of: Self.ann))
    #expect(QualifiedName("Ann ", of: "corp").folded == Self.ann)
  }
}
