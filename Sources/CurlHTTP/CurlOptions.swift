import CLibcurl
import Glibc

/// Sets the options of one easy handle, and keeps the first failure.
struct CurlOptions {
  private let easy: UnsafeMutableRawPointer
  private(set) var failure = CURLE_OK

  init(_ easy: UnsafeMutableRawPointer) {
    self.easy = easy
  }

  /// Sets what all requests of a transport share: once, since libcurl copies most of it.
  ///
  /// - Parameters:
  ///   - configuration: The transport's.
  ///   - mayFindProxy: Whether a proxy may be in the environment.
  mutating func apply(_ configuration: CurlConfiguration, mayFindProxy: Bool) {
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    set(CURLOPT_USERAGENT, configuration.userAgent)
    set(CURLOPT_ACCEPT_ENCODING, "")  // whatever this libcurl can decode
    set(CURLOPT_MAXAGE_CONN, Int(configuration.maximumIdleTime.components.seconds))
    set(CURLOPT_NOSIGNAL, 1)
    // The path goes out as it is written, `..` and all.
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    // Or a cancelled name look-up holds the whole thread until the resolver answers.
    set(CURLOPT_QUICK_EXIT, 1)
    // Or a program that is started meanwhile inherits the connection, and keeps it open.
    keep(
      clibcurl_set_socket_callback(easy) { _, _, address in
        guard let address = address?.pointee else { return CURL_SOCKET_BAD }
        let kind = address.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.family, kind, address.protocol)
      }
    )
    // libcurl looks for each variable again with each request.
    if !mayFindProxy { set(CURLOPT_PROXY, "") }

    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_SSL_VERIFYPEER, configuration.isVerificationDisabled ? 0 : 1)
    set(CURLOPT_SSL_VERIFYHOST, configuration.isVerificationDisabled ? 0 : 2)
    if let caFile = configuration.caFile {
      set(CURLOPT_CAINFO, caFile)
      // Or the system's authorities in that directory stay trusted beside the file's.
      set(CURLOPT_CAPATH, nil)
    }
    if let certificate = configuration.clientCertificate {
      set(CURLOPT_SSLCERT, certificate)
      set(CURLOPT_SSLKEY, configuration.clientKey ?? certificate)
    }
    report(mayFindProxy: mayFindProxy)
  }

  /// Sets what is one request's own, all of it: the handle may have carried another one before.
  mutating func apply(
    _ request: HTTPRequest,
    _ lines: CurlHeaderLines,
    within configuration: CurlConfiguration
  ) {
    set(CURLOPT_URL, request.url)
    keep(clibcurl_set_list(easy, CURLOPT_HTTPHEADER, lines.list))
    switch request.method {
    case .head:
      set(CURLOPT_CUSTOMREQUEST, nil)
      set(CURLOPT_NOBODY, 1)
    case .get where request.body == nil, .delete where request.body == nil:
      set(CURLOPT_HTTPGET, 1)
      set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    case .get, .delete, .post, .put, .patch:
      set(CURLOPT_POST, 1)
      set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
      set(body: request.body ?? [])
    }
    let (timeout, connectTimeout) = (configuration.timeout, configuration.connectTimeout)
    let limit = request.timeout ?? timeout
    set(CURLOPT_TIMEOUT_MS, min(limit, timeout).curlMilliseconds)
    set(CURLOPT_CONNECTTIMEOUT_MS, min(limit, connectTimeout).curlMilliseconds)
  }

  /// Lets libcurl report to an exchange, which has to outlive the transfer.
  mutating func apply(_ exchange: CurlExchange) {
    let target = Unmanaged.passUnretained(exchange).toOpaque()
    set(CURLOPT_ERRORBUFFER, pointer: exchange.errorText)
    set(CURLOPT_PREREQDATA, pointer: target)
    set(CURLOPT_HEADERDATA, pointer: target)
    set(CURLOPT_WRITEDATA, pointer: target)
    set(CURLOPT_DEBUGDATA, pointer: target)
  }

  /// Takes away what a request that is over leaves behind: its body and header lines hold secrets.
  mutating func clear() {
    keep(clibcurl_set_list(easy, CURLOPT_HTTPHEADER, nil))
    set(CURLOPT_COPYPOSTFIELDS, pointer: nil)
    for target in [CURLOPT_PREREQDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_DEBUGDATA] {
      set(target, pointer: nil)
    }
    set(CURLOPT_ERRORBUFFER, pointer: nil)
  }

  /// Has libcurl tell the exchange of each request what happens.
  private mutating func report(mayFindProxy: Bool) {
    keep(
      clibcurl_set_prereq_callback(easy) { target, _, _, _, _ in
        let maySend = CurlExchange.at(target)?.willSend() ?? false
        return maySend ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
      }
    )
    keep(
      clibcurl_set_data_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, target in
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        let isTaken = CurlExchange.at(target)?.receive(header: line) ?? false
        return isTaken ? line.count : Int(CURL_WRITEFUNC_ERROR)
      }
    )
    keep(
      clibcurl_set_data_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, target in
        let bytes = UnsafeRawBufferPointer(start: bytes, count: size * count)
        let isTaken = CurlExchange.at(target)?.receive(body: bytes) ?? false
        return isTaken ? bytes.count : Int(CURL_WRITEFUNC_ERROR)
      }
    )
    guard mayFindProxy else { return }
    set(CURLOPT_VERBOSE, 1)
    keep(
      clibcurl_set_debug_callback(easy) { _, kind, text, count, target in
        if kind == CURLINFO_TEXT {
          let bytes = UnsafeRawBufferPointer(start: text, count: count)
          CurlExchange.at(target)?.receive(information: bytes)
        }
        return 0
      }
    )
  }

  private mutating func set(_ option: CURLoption, _ value: Int) {
    keep(clibcurl_set_long(easy, option, value))
  }

  private mutating func set(_ option: CURLoption, _ value: String?) {
    keep(clibcurl_set_string(easy, option, value))
  }

  private mutating func set(_ option: CURLoption, pointer: UnsafeRawPointer?) {
    keep(clibcurl_set_pointer(easy, option, pointer))
  }

  /// Copies the body into the handle; the size first, or libcurl copies up to the first zero.
  private mutating func set(body: [UInt8]) {
    keep(clibcurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
    body.withUnsafeBytes { bytes in
      // An empty array may have no address, which libcurl would take for "read it from stdin".
      withUnsafeBytes(of: UInt8(0)) { nothing in
        keep(
          clibcurl_set_pointer(
            easy,
            CURLOPT_COPYPOSTFIELDS,
            bytes.baseAddress ?? nothing.baseAddress
          )
        )
      }
    }
  }

  private mutating func keep(_ code: CURLcode) {
    if failure == CURLE_OK { failure = code }
  }
}

extension CurlExchange {
  /// The exchange that a callback was given.
  fileprivate static func at(_ target: UnsafeMutableRawPointer?) -> CurlExchange? {
    target.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension Duration {
  /// Whole milliseconds as libcurl counts time-outs, at least one: zero would mean "never".
  fileprivate var curlMilliseconds: Int {
    let (seconds, attoseconds) = components
    let bounded = min(max(seconds, 0), Int64(Int32.max) / 1000 - 1)
    return max(1, Int(bounded) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
