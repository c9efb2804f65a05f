import CLibcurl

/// What libcurl reports while it carries one request: the target of its callbacks.
final class CurlExchange {
  /// How often libcurl began to write the request; more than once when a connection had died.
  private(set) var sendCount = 0
  /// The body, unless its sink has taken it in.
  private(set) var body: [UInt8] = []
  /// Whether the headers of the latest answer ended as they must, with an empty line.
  ///
  /// To libcurl an answer whose connection closes within its headers is a complete one.
  private(set) var isHeaderComplete = false
  /// Whether the answer was broken off because it went beyond a limit.
  private(set) var isTooLarge = false
  /// The proxy in use, without credentials.
  private(set) var proxy: HTTPProxy?
  /// Where libcurl writes what went wrong.
  let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  private let maximumHeaderSize: Int
  private let maximumBodySize: Int
  private let maximumListSize: Int
  private let isRepeatable: Bool
  private let sink: (any HTTPBodySink)?
  private var headerSize = 0
  private var bodySize = 0
  /// The status of the latest answer.
  private var status = 0
  private var isSinkOpen = false

  init(
    maximumHeaderSize: Int,
    maximumBodySize: Int,
    maximumListSize: Int,
    isRepeatable: Bool,
    sink: (any HTTPBodySink)? = nil
  ) {
    self.sink = sink
    self.maximumHeaderSize = maximumHeaderSize
    self.maximumBodySize = maximumBodySize
    self.maximumListSize = maximumListSize
    self.isRepeatable = isRepeatable
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    errorText.deallocate()
  }

  /// Notes that the request is about to be written, and says whether it may be.
  ///
  /// When a kept-alive connection dies before the first byte of an answer, libcurl writes the
  /// request again on a new one, whatever its method. The server may have carried it out by then,
  /// so what is not repeatable goes out once.
  func willSend() -> Bool {
    guard sendCount == 0 || isRepeatable else { return false }
    sendCount += 1
    return true
  }

  /// Takes note of a header line, be it of the final answer or of one before it; false breaks the
  /// answer off.
  func receive(header line: UnsafeRawBufferPointer) -> Bool {
    if line.starts(with: "HTTP/".utf8) {
      isHeaderComplete = false
      status = Self.status(in: line)
    }
    if line.first == 0x0A || line.count == 2 && line.elementsEqual("\r\n".utf8) {
      isHeaderComplete = true
    }
    headerSize += line.count
    isTooLarge = isTooLarge || headerSize > maximumHeaderSize
    return !isTooLarge
  }

  /// Takes a piece of the decoded body in; false breaks the answer off.
  func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard !isTooLarge else { return false }
    if bodySize == 0, let sink { isSinkOpen = sink.begin(status: status, with: bytes) }
    isTooLarge = bytes.count > (isSinkOpen ? maximumListSize : maximumBodySize) - bodySize
    guard !isTooLarge else { return false }
    bodySize += bytes.count
    if isSinkOpen { sink?.receive(bytes) } else { body.append(contentsOf: bytes) }
    return true
  }

  /// The status in a status line, 0 where there is none.
  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard words.count > 1 else { return 0 }
    return Int(String(decoding: words[1].prefix(3), as: UTF8.self)) ?? 0
  }

  /// Learns from one of libcurl's informational messages which proxy it found.
  func receive(information bytes: UnsafeRawBufferPointer) {
    let message = String(decoding: bytes, as: UTF8.self)
    guard let named = CurlProxy.named(in: message) else { return }
    proxy = named
  }
}
