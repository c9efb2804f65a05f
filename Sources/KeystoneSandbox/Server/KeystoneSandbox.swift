import NIOCore
import NIOPosix

/// An Identity v2.0 server on loopback that keeps Keystone's rules and forgets all when it stops.
///
/// It starts empty; `adminToken` opens the admin routes. Tests look at ``recorder`` to see what a
/// client sent, and make requests fail with ``faults``.
public final class KeystoneSandbox: Sendable {
  /// What the clients sent.
  public var recorder: RequestRecorder { core.recorder }
  /// What goes wrong on purpose.
  public var faults: FaultList { core.faults }
  /// The admin API's URL: `http://127.0.0.1:35357/v2.0`.
  public let adminURL: String
  /// The public API's URL: `http://127.0.0.1:5000/v2.0`.
  public let publicURL: String

  let core: SandboxCore
  private let group: MultiThreadedEventLoopGroup

  private init(
    core: SandboxCore,
    group: MultiThreadedEventLoopGroup,
    admin: SandboxListener,
    public publicApp: SandboxListener
  ) {
    self.core = core
    self.group = group
    adminURL = admin.url + "/v2.0"
    publicURL = publicApp.url + "/v2.0"
  }

  /// Starts a server; it answers when this returns.
  ///
  /// - Parameter configuration: Ports, the admin token, and what goes wrong from the start.
  /// - Returns: The running server.
  /// - Throws: ``SandboxError`` when a port can't be had.
  public static func start(
    _ configuration: SandboxConfiguration = SandboxConfiguration()
  ) async throws(SandboxError) -> KeystoneSandbox {
    let core = SandboxCore(configuration)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do throws(SandboxError) {
      return try await listening(configuration, core, group)
    } catch {
      await shutDown(group)
      throw error
    }
  }

  private static func listening(
    _ configuration: SandboxConfiguration,
    _ core: SandboxCore,
    _ group: MultiThreadedEventLoopGroup
  ) async throws(SandboxError) -> KeystoneSandbox {
    let admin = try await SandboxListener.bind(
      port: configuration.adminPort,
      apps: configuration.singlePort ? [.admin, .public] : [.admin],
      core: core,
      group: group
    )
    var listeners = [admin]
    if !configuration.singlePort {
      listeners.append(
        try await SandboxListener.bind(
          port: configuration.publicPort,
          apps: [.public],
          core: core,
          group: group
        )
      )
    }
    let publicApp = listeners[listeners.count - 1]
    core.withState {
      $0.options.adminURL = admin.url
      $0.options.adminPort = admin.port
      $0.options.publicURL = publicApp.url
      $0.options.publicPort = publicApp.port
    }
    for listener in listeners {
      try await listener.open()
    }
    return KeystoneSandbox(core: core, group: group, admin: admin, public: publicApp)
  }

  /// Closes every connection and gives the ports back; doing so twice does no harm.
  public func stop() async {
    await Self.shutDown(group)
  }

  private static func shutDown(_ group: MultiThreadedEventLoopGroup) async {
    await withCheckedContinuation { done in
      group.shutdownGracefully { _ in done.resume() }
    }
  }
}
