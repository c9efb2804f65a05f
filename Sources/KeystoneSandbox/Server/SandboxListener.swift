import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// A port of the loopback interface, the only one that a sandbox ever listens on.
struct SandboxListener: Sendable {
  let port: Int
  private let channel: any Channel

  /// Takes a port, without accepting anybody yet.
  static func bind(
    port: Int,
    apps: [SandboxApp],
    core: SandboxCore,
    group: MultiThreadedEventLoopGroup
  ) async throws(SandboxError) -> SandboxListener {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.autoRead, value: false)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(SandboxConnection(core: core, apps: apps))
        }
      }
    do {
      let channel = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
      return SandboxListener(port: channel.localAddress?.port ?? port, channel: channel)
    } catch let error as IOError {
      throw .portUnavailable(port, reason: String(cString: strerror(error.errnoCode)))
    } catch {
      throw .portUnavailable(port, reason: "it can't be used")
    }
  }

  /// Begins to accept connections; those that came before have waited.
  func open() async throws(SandboxError) {
    do {
      try await channel.setOption(.autoRead, value: true).get()
    } catch {
      throw .portUnavailable(port, reason: "it was closed at once")
    }
  }

  /// The root URL, without a version.
  var url: String { "http://127.0.0.1:\(port)" }
}
