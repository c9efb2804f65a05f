import KeystoneClient

/// Sends requests as soon as what they wait for has been answered.
struct Replay: Sendable {
  let base: String
  /// What each request is let in with; nil for what the first login among them is answered with.
  let token: String?
  let transport: CurlTransport

  /// An answer that is not a success.
  struct Refused: Error {
    let name: String
    let status: Int
  }

  /// Sends them all, as many at a time as may be in flight.
  ///
  /// - Throws: ``Refused`` for the first answer that is no success, `TransportError` for none.
  func send(_ requests: [ReplayedRequest], parallelism: Int) async throws {
    let names = Dictionary(requests.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var missing = requests.map(\.needs.count)
    var dependents = [[Int]](repeating: [], count: requests.count)
    for (index, request) in requests.enumerated() {
      for name in request.needs {
        if let earlier = names[name] { dependents[earlier].append(index) }
      }
    }
    var ids: [String: String] = [:]
    var token = token
    var ready = requests.indices.filter { missing[$0] == 0 }
    var next = 0
    try await withThrowingTaskGroup(of: (Int, HTTPResponse).self) { group in
      var underWay = 0
      func startReady() {
        while underWay < parallelism, next < ready.count {
          let index = ready[next]
          let request = requests[index].request(base: base, token: token, ids: ids)
          next += 1
          underWay += 1
          group.addTask {
            let response = try await transport.send(request)
            return (index, response)
          }
        }
      }
      startReady()
      while let (index, response) = try await group.next() {
        underWay -= 1
        guard (200...299).contains(response.status) else {
          throw Refused(name: requests[index].name, status: response.status)
        }
        token = token ?? response.header("X-Subject-Token")
        if !dependents[index].isEmpty { ids[requests[index].name] = Self.id(in: response.body) }
        for dependent in dependents[index] {
          missing[dependent] -= 1
          if missing[dependent] == 0 { ready.append(dependent) }
        }
        startReady()
      }
    }
  }

  /// The value of the first `"id"` of an answer: those with several objects are waited for by none.
  private static func id(in body: [UInt8]) -> String? {
    let text = String(decoding: body, as: UTF8.self)
    guard let key = text.firstRange(of: "\"id\"") else { return nil }
    let parts = text[key.upperBound...].split(
      separator: "\"",
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    return parts.count > 1 ? String(parts[1]) : nil
  }
}
