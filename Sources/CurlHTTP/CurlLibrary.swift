import CLibcurl

/// The one process-wide initialisation that libcurl asks for.
package enum CurlLibrary {
  /// The libcurl that the program runs with, and the library that it does TLS with.
  ///
  /// `curl_version()` tells of all libraries below it, for which LDAP's loads its plugins.
  package static var version: String {
    let version = curl_version_info(CURLVERSION_FIRST).pointee
    let tls = version.ssl_version.map { " " + String(cString: $0) } ?? ""
    return "libcurl/" + String(cString: version.version) + tls
  }

  // A static is initialised once, whichever thread comes first.
  private static let outcome = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  static func initialize() throws(TransportError) {
    guard outcome == CURLE_OK else {
      throw TransportError(.other, detail: String(cString: curl_easy_strerror(outcome)))
    }
  }
}
