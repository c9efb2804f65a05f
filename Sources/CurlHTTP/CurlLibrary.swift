import CLibcurl

/// The one process-wide initialisation that libcurl asks for.
package enum CurlLibrary {
  /// The libcurl that the program runs with, and the libraries below it.
  package static var version: String { String(cString: curl_version()) }

  // A static is initialised once, whichever thread comes first.
  private static let outcome = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  static func initialize() throws(TransportError) {
    guard outcome == CURLE_OK else {
      throw TransportError(.other, detail: String(cString: curl_easy_strerror(outcome)))
    }
  }
}
