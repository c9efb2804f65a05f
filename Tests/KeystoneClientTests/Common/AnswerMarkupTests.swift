import KeystoneClient
import Testing

@Suite struct AnswerMarkupTests {
  typealias Case = (type: String, body: String, speaker: Refusal.Speaker)

  static let cases: [Case] = [
    ("text/html", "", .html), ("text/html; charset=utf-8", "Please log in", .html),
    ("application/json", "\n<!DOCTYPE html><p>x", .html), ("", "<h1>Bad Gateway</h1>", .html),
    ("application/xml", "<Error><Code>NoSuchBucket</Code></Error>", .xml),
    ("application/atom+xml; charset=utf-8", "<feed/>", .xml),
    ("text/html", "<?xml version=\"1.0\"?>\n<Error/>", .xml), ("", "\u{FEFF}<?xml?><a/>", .xml),
    (
      "application/xhtml+xml",
      "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html/>", .html
    ),
    ("text/plain", "no", .other), ("application/xml", "", .nobody),
  ]

  @Test(arguments: cases)
  func isToldByItsBeginningAndThenByItsType(_ test: Case) async {
    let response = HTTPResponse(
      status: 503,
      headers: [HTTPHeader("Content-Type", test.type)],
      body: Array(test.body.utf8)
    )
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.refusal?.speaker == test.speaker)
  }
}
