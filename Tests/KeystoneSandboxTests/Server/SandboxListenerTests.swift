import NIOCore
import NIOPosix
import Testing

@testable import KeystoneSandbox

@Suite struct SandboxListenerTests {
  @Test func listensOnLoopbackAlone() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try await SandboxListener.bind(
      port: 0,
      apps: [.admin],
      core: SandboxCore(SandboxConfiguration()),
      group: group
    )
    #expect(listener.port > 0)
    #expect(listener.url == "http://127.0.0.1:\(listener.port)")
    try await group.shutdownGracefully()
  }
}
