import Glibc
import NIOCore
import NIOHTTP1

/// One client's connection: gathers requests, has them answered, and spoils answers as told.
///
/// NIO's pipelining assistance stands in front of it, so a second request comes only after the
/// first one's answer has been written.
final class SandboxConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let core: SandboxCore
  private let apps: [SandboxApp]
  private let number: Int
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []

  init(core: SandboxCore, apps: [SandboxApp]) {
    self.core = core
    self.apps = apps
    number = core.recorder.openConnection()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body.removeAll()
      if head.headers["Expect"].contains("100-continue") {
        let proceed = HTTPResponseHead(version: head.version, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(proceed)), promise: nil)
      }
    case .body(let part):
      // One byte more than allowed is enough to know that it is too large.
      body += part.readableBytesView.prefix(SandboxLimits.body + 1 - body.count)
    case .end:
      guard let head else { return }
      let request = SandboxRequest(
        apps: apps,
        method: head.method.rawValue,
        target: head.uri,
        headers: head.headers.map { ($0.name, $0.value) },
        body: body
      )
      core.recorder.record(request, connection: number)
      answer(SandboxExchange(request: request, head: head), context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // The client is gone or speaks no HTTP; there is nobody to tell.
    context.close(promise: nil)
  }

  private func answer(_ exchange: SandboxExchange, _ context: ChannelHandlerContext) {
    let request = exchange.request
    guard let fault = core.faults.next(method: request.method, path: request.path) else {
      return write(core.answer(request), to: exchange, context)
    }
    switch (fault.moment, fault.effect) {
    case (.beforeCommit, .delay(let milliseconds)):
      after(milliseconds, context) { connection, context in
        connection.write(connection.core.answer(request), to: exchange, context)
      }
    case (.beforeCommit, let effect):
      spoil(core.rehearse(request), effect, exchange, context)
    case (.afterCommit, let effect):
      spoil(core.answer(request), effect, exchange, context)
    }
  }

  private func spoil(
    _ response: SandboxResponse,
    _ effect: Fault.Effect,
    _ exchange: SandboxExchange,
    _ context: ChannelHandlerContext
  ) {
    switch effect {
    case .delay(let milliseconds):
      after(milliseconds, context) { connection, context in
        connection.write(response, to: exchange, context)
      }
    case .reset:
      reset(context)
    case .close:
      context.close(promise: nil)
    case .truncate where response.body.isEmpty:
      // Its head alone would be the whole of it.
      context.close(promise: nil)
    case .truncate(let count):
      truncate(response, after: count, exchange, context)
    case .status(let status, let contentType, let body):
      write(.fault(status, contentType, Array(body.utf8)), to: exchange, context)
    case .body(let bytes, let contentType):
      write(.fault(200, contentType, bytes), to: exchange, context)
    case .endlessBody:
      writeEndlessly(exchange, context)
    }
  }

  /// Does something later, unless the loop has ended by then; the client may be gone, and what it
  /// asked for happens all the same.
  private func after(
    _ milliseconds: Int,
    _ context: ChannelHandlerContext,
    _ action: @escaping (SandboxConnection, ChannelHandlerContext) -> Void
  ) {
    context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(milliseconds))) {
      action(self, context)
    }
  }

  /// Closes with RST in place of FIN, by lingering for no time.
  private func reset(_ context: ChannelHandlerContext) {
    let channel = context.channel
    guard let socket = channel as? any SocketOptionProvider else {
      return context.close(promise: nil)
    }
    socket.setSoLinger(linger(l_onoff: 1, l_linger: 0))
      .whenComplete { _ in channel.close(promise: nil) }
  }

  private func write(
    _ response: SandboxResponse,
    to exchange: SandboxExchange,
    _ context: ChannelHandlerContext
  ) {
    context.write(wrapOutboundOut(.head(exchange.head(of: response))), promise: nil)
    if exchange.wantsBody, !response.body.isEmpty {
      let body = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let written = context.eventLoop.makePromise(of: Void.self)
    if !exchange.keepsAlive {
      let channel = context.channel
      written.futureResult.whenComplete { _ in channel.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }

  /// Announces the whole length and breaks off before it is reached.
  private func truncate(
    _ response: SandboxResponse,
    after count: Int,
    _ exchange: SandboxExchange,
    _ context: ChannelHandlerContext
  ) {
    let channel = context.channel
    let part = channel.allocator.buffer(bytes: response.body.prefix(count))
    context.write(wrapOutboundOut(.head(exchange.head(of: response))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(part))))
      .whenComplete { _ in channel.close(promise: nil) }
  }

  /// Sends chunk after chunk, each when the last one is written, until the client has enough.
  private func writeEndlessly(_ exchange: SandboxExchange, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(exchange.endlessHead)), promise: nil)
    let chunk = context.channel.allocator.buffer(
      bytes: [UInt8](repeating: UInt8(ascii: " "), count: 16_384)
    )
    writeNext(chunk, context)
  }

  private func writeNext(_ chunk: ByteBuffer, _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(chunk)))).assumeIsolated()
      .whenSuccess { self.writeNext(chunk, context) }
  }
}
