import CLibcurl

/// The header lines of one request, in the list that libcurl reads them from.
final class CurlHeaderLines {
  private(set) var list: UnsafeMutablePointer<curl_slist>?

  init(_ request: HTTPRequest) {
    for header in request.headers {
      // libcurl's spelling of an empty value; `Name:` would take the line away.
      append(header.name + (header.value.isEmpty ? ";" : ": " + header.value))
    }
    if request.header("Accept") == nil { append("Accept: application/json") }
    if request.header("Content-Type") == nil {
      // Without a body the line is taken away, or a bodyless POST would announce a form.
      append(request.body == nil ? "Content-Type:" : "Content-Type: application/json")
    }
    // Waiting for a `100 Continue`, as libcurl does with a large body, costs a round trip, or a second
    // where none comes.
    if let body = request.body, body.count > Self.smallBody { append("Expect:") }
  }

  /// The most bytes of a body that is sent without a thought of that: libcurl asks from 1 MB on.
  private static let smallBody = 64 << 10

  deinit {
    curl_slist_free_all(list)
  }

  private func append(_ line: String) {
    // Null means that there is no memory, and then the list is as it was.
    list = curl_slist_append(list, line) ?? list
  }
}
