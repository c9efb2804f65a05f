import NIOConcurrencyHelpers
import Testing

@testable import KeystoneSandbox

@Suite struct RequestRecorderTests {
  @Test func requestsAreKeptInOrderUntilAReset() {
    let recorder = RequestRecorder(sink: nil)
    let connection = recorder.openConnection()
    for target in ["/a", "/b"] {
      recorder.record(.make("GET", target, "body"), connection: connection)
    }
    #expect(recorder.requests.map(\.target) == ["/a", "/b"])
    #expect(recorder.requests.map(\.sequence) == [1, 2])
    #expect(recorder.requests.map(\.body) == ["body", "body"])
    recorder.reset()
    #expect(recorder.requests.isEmpty)
    recorder.record(.make("GET", "/c"), connection: recorder.openConnection())
    #expect(recorder.requests.map(\.sequence) == [3])
    #expect(recorder.requests.map(\.connection) == [2])
    #expect(recorder.connectionCount == 2)
  }

  @Test func requestsNeedNotBeKept() {
    let recorder = RequestRecorder(keepsRequests: false, sink: nil)
    recorder.record(.make("GET", "/a"), connection: recorder.openConnection())
    #expect(recorder.requests.isEmpty)
    #expect(recorder.connectionCount == 1)
  }

  @Test func sinkGetsALineForEachWithoutSecrets() {
    let lines = NIOLockedValueBox<[String]>([])
    let recorder = RequestRecorder { line in lines.withLockedValue { $0.append(line) } }
    recorder.record(.make("GET", "/a", token: "s3cret"), connection: 1)
    #expect(lines.withLockedValue { $0.count } == 1)
    #expect(lines.withLockedValue { !$0[0].contains("s3cret") })
  }
}
