import Foundation
import IdentityModel
import Testing

@Suite("A catalog URL is an opaque text")
struct URLTemplateTests {
  @Test(
    "A29 the two spellings of a template mean the same",
    arguments: [
      ("http://h:8774/v2/$(tenant_id)s", "http://h:8774/v2/%(tenant_id)s"),
      ("http://h/$(tenant_id)s/%(user_id)s", "http://h/%(tenant_id)s/$(user_id)s"),
      ("$(a)s$(b)s", "%(a)s%(b)s"),
      ("$$(a)s", "$%(a)s"),
      ("", ""),
    ]
  )
  func equivalent(left: String, right: String) {
    #expect(URLTemplate(left).isEquivalent(to: URLTemplate(right)))
    #expect(URLTemplate(right).isEquivalent(to: URLTemplate(left)))
  }

  @Test(
    "everything else is a difference",
    arguments: [
      ("http://h/v2", "http://h/v2/"),
      ("http://h/v2", "http://H/v2"),
      ("http://h:80/", "http://h/"),
      ("http://h/$tenant_id", "http://h/%tenant_id"),
      ("http://h/$", "http://h/%"),
      ("http://h/$(tenant_id)", "http://h/$(tenant_id)s"),
      ("http://h/caf\u{E9}", "http://h/cafe\u{301}"),
      ("http://h/%25(tenant_id)s", "http://h/%(tenant_id)s"),
    ]
  )
  func different(left: String, right: String) {
    #expect(!URLTemplate(left).isEquivalent(to: URLTemplate(right)))
    #expect(!URLTemplate(right).isEquivalent(to: URLTemplate(left)))
    #expect(URLTemplate(left) != URLTemplate(right))
  }

  @Test("two spellings are equivalent and yet not equal, since the seed's is written")
  func spelling() {
    #expect(URLTemplate("$(a)s") != URLTemplate("%(a)s"))
  }

  @Test("nothing is re-encoded", arguments: ["http://h/%(tenant_id)s", "http://h/$(x)s?a=b c#\\"])
  func opaque(text: String) throws {
    let json = try JSONEncoder().encode([URLTemplate(text)])
    #expect(try JSONDecoder().decode([URLTemplate].self, from: json).map(\.text) == [text])
    #expect("\(URLTemplate(text))" == text)
  }
}
