import KeystoneClient
import Testing

struct HTTPHeaderDescriptionTests {
  /// Everything that can be asked for its text.
  private func texts(of value: some Any) -> [String] {
    var dumped = ""
    dump([value], to: &dumped)
    return ["\(value)", String(reflecting: value), "\([value])", dumped]
  }

  @Test("no text of a header shows a token or a cookie", arguments: ["X-Auth-Token", "set-cookie"])
  func secret(_ name: String) {
    let header = HTTPHeader(name, "opensesame")
    #expect(texts(of: header).allSatisfy { !$0.contains("opensesame") && $0.contains(name) })
  }

  @Test("another header is shown as it is")
  func plain() {
    #expect("\(HTTPHeader("Accept", "text/html"))" == "Accept: text/html")
  }
}
