import NIOCore
import NIOPosix

/// A TCP connection that sends just the bytes it is told to.
struct RawStream: Sendable {
  private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

  /// Connects to the host and port of a URL.
  static func connect(to url: String) async throws -> RawStream {
    let port = Int(url.split(separator: ":")[2].prefix { $0.isNumber }) ?? 0
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return RawStream(channel: channel)
  }

  func send(_ text: String) async throws {
    try await channel.channel.writeAndFlush(ByteBuffer(string: text))
  }

  /// Everything that comes until the other side closes.
  func readToEnd() async throws -> String {
    try await channel.executeThenClose { inbound, _ in
      var text = ""
      for try await part in inbound {
        text += String(buffer: part)
      }
      return text
    }
  }
}
