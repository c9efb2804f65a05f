import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct ResourceKeyWordsTests {
  private static let cases: [(ResourceKey, String)] = [
    (.role("admin"), "role admin"),
    (.tenant("a\u{1B}b"), "tenant a\\x1bb"),
    (.user("nova"), "user nova"),
    (.role("blank "), "role \"blank \""),
    (.user("\u{A0}nova"), "user \"\u{A0}nova\""),
    (
      .assignment(RoleAssignment(user: "nova", tenant: "service", role: "admin")),
      "assignment nova has admin in service"
    ),
    (.service(ServiceKey(type: "image", name: "glance")), "service image/glance"),
    (.image, "endpoint image/glance in regionOne"),
    (
      .endpoint(type: "image", name: "glance", region: ""),
      "endpoint image/glance in no region"
    ),
    (
      .endpoint(type: "", name: "127fa3f0", region: "regionOne"),
      "endpoint of no service 127fa3f0 in regionOne"
    ),
  ]

  @Test(arguments: cases)
  func nameTheKindAndTheKeyAndSayWhatARowLacks(key: ResourceKey, words: String) {
    #expect(key.words == words)
  }
}
