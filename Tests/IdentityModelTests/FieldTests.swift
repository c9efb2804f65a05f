import IdentityModel
import Testing
import Texts

@Suite("What a field holds is compared as Keystone would")
struct FieldTests {
  @Test(
    "an empty text equals one that is not set",
    arguments: [
      (FieldValue.text(""), nil), (nil, .text("")), (nil, nil), (.text(""), .text("")),
    ] as [(FieldValue?, FieldValue?)]
  )
  func empty(left: FieldValue?, right: FieldValue?) {
    #expect(FieldValue.areEquivalent(left, right))
  }

  @Test(
    "the same value is equivalent to itself",
    arguments: [
      FieldValue.text("x"), .flag(true), .flag(false), .number(1),
      .template(URLTemplate("http://h")), .secret,
    ]
  )
  func identical(value: FieldValue) {
    #expect(value == value)
    #expect(FieldValue.areEquivalent(value, value))
  }

  @Test(
    "different values are a difference",
    arguments: [
      (.text("x"), nil),
      (.text("x"), .text("X")),
      (.text("x"), .text("")),
      (.text(" "), nil),
      (.text("caf\u{E9}"), .text("cafe\u{301}")),
      (.text("true"), .flag(true)),
      (.text(""), .flag(false)),
      (.flag(true), .flag(false)),
      (.flag(false), nil),
      (.template(URLTemplate("http://a")), .template(URLTemplate("http://b"))),
      (.template(URLTemplate("http://a")), .text("http://a")),
      (.template(URLTemplate("")), nil),
      (.secret, nil),
    ] as [(FieldValue?, FieldValue?)]
  )
  func different(left: FieldValue?, right: FieldValue?) {
    #expect(!FieldValue.areEquivalent(left, right))
    #expect(!FieldValue.areEquivalent(right, left))
    #expect(left != right)
  }

  @Test("two spellings of a template are equivalent and not equal")
  func templates() {
    let dollar = FieldValue.template(URLTemplate("$(x)s"))
    let percent = FieldValue.template(URLTemplate("%(x)s"))
    #expect(FieldValue.areEquivalent(dollar, percent))
    #expect(dollar != percent)
  }

  @Test("several texts are the same in any order, and none of them are as good as nothing")
  func texts() {
    func texts(_ texts: String...) -> FieldValue { .texts(Set(texts.map { ExactText($0) })) }
    #expect(texts("a", "b") == texts("b", "a"))
    #expect(!FieldValue.areEquivalent(texts("a"), texts("a", "b")))
    #expect(!FieldValue.areEquivalent(texts("a"), .text("a")))
    #expect(FieldValue.areEquivalent(texts(), nil) && FieldValue.areEquivalent(nil, texts()))
    #expect(!FieldValue.areEquivalent(texts("a"), nil))
  }

  @Test("each field has a name of its own")
  func names() {
    #expect(
      Field.allCases.map(\.rawValue) == [
        "name", "type", "description", "tags", "email", "tenant", "parent", "password", "enabled",
      ] + ResourceOption.allCases.map(\.field.rawValue) + [
        "service", "public", "internal", "admin", "limit",
      ]
    )
  }

  @Test("fields are in the order in which they are listed, whatever they were in before")
  func order() {
    #expect(Field.allCases.reversed().sorted() == Field.allCases)
    for field in Field.allCases { #expect(!(field < field)) }
  }
}
