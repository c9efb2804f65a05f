import NIOCore
import NIOPosix

/// An Identity server on loopback, v3 and on Pike v2.0 over the same store, that keeps Keystone's
/// rules and forgets all when it stops.
///
/// It starts empty, and `adminToken` opens the admin routes; or with what `keystone-manage bootstrap`
/// makes, for `adminPassword`. Tests look at ``recorder`` to see what a
/// client sent, and make requests fail with ``faults``.
public final class KeystoneSandbox: Sendable {
  /// What the clients sent.
  public var recorder: RequestRecorder { core.recorder }
  /// What goes wrong on purpose.
  public var faults: FaultList { core.faults }
  /// The admin API's URL: `http://127.0.0.1:35357/v2.0`; after Pike the one of v3.
  public let adminURL: String
  /// The public API's URL: `http://127.0.0.1:5000/v2.0`; after Pike the one of v3.
  public let publicURL: String
  /// The URL of v3: `http://127.0.0.1:5000/v3`.
  public let version3URL: String

  let core: SandboxCore
  private let group: MultiThreadedEventLoopGroup

  private init(
    core: SandboxCore,
    group: MultiThreadedEventLoopGroup,
    release: SandboxRelease,
    admin: SandboxListener,
    public publicApp: SandboxListener
  ) {
    self.core = core
    self.group = group
    let version = release.servesVersion2 ? "/v2.0" : "/v3"
    adminURL = admin.url + version
    publicURL = publicApp.url + version
    version3URL = publicApp.url + "/v3"
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
    let hasOneApp = !configuration.release.servesVersion2
    let admin = try await SandboxListener.bind(
      port: hasOneApp ? configuration.publicPort : configuration.adminPort,
      apps: hasOneApp ? [.public] : configuration.singlePort ? [.admin, .public] : [.admin],
      core: core,
      group: group
    )
    var listeners = [admin]
    if !hasOneApp, !configuration.singlePort {
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
    if let password = configuration.adminPassword {
      try core.bootstrap(password)
    }
    for listener in listeners {
      try await listener.open()
    }
    return KeystoneSandbox(
      core: core,
      group: group,
      release: configuration.release,
      admin: admin,
      public: publicApp
    )
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
