import Glibc
import KeystoneClient

/// Sends requests that it is given and does nothing else: no time for the same requests can be
/// shorter, at that parallelism.
@main
struct FloorBenchmark {
  static let usage = """
    usage: floor-benchmark BASE TOKEN PARALLELISM <REQUESTS

    Each line of REQUESTS is a request: name, method, path below BASE, the names of those that it
    waits for (with commas), and a body, with tabs between. {NAME} in a path or a body stands for
    the ID in the answer to the request NAME. A TOKEN of - is what the first login among the requests
    is answered with. Prints how many requests were sent over how many connections.

    """

  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3, let base = arguments.first, let last = arguments.last,
      let parallelism = Int(last), parallelism > 0
    else { fail(usage, status: 64) }
    let token = arguments[2] == "-" ? nil : arguments[2]
    var requests: [ReplayedRequest] = []
    while let line = readLine() {
      guard let request = ReplayedRequest(line) else { fail("no request: \(line)\n") }
      requests.append(request)
    }
    var configuration = CurlConfiguration()
    configuration.maximumConcurrentTransfers = parallelism
    do {
      let transport = try CurlTransport(configuration: configuration)
      let replay = Replay(base: base, token: token, transport: transport)
      try await replay.send(requests, parallelism: parallelism)
      let sent = transport.statistics
      write("\(sent.requestsSent) requests, \(sent.connectionsOpened) connections\n", to: 1)
    } catch {
      fail("\(error)\n")
    }
  }

  private static func fail(_ message: String, status: CInt = 1) -> Never {
    write(message, to: 2)
    exit(status)
  }

  private static func write(_ text: String, to descriptor: CInt) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }
}
