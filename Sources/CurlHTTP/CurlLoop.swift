import CLibcurl

/// One multi handle and the transfers on it: what the engine's thread does, turn by turn.
///
/// Our own queue bounds what is on its way. libcurl has such a bound too, but lets the time in its
/// queue count towards a request's time-out; there it is only a backstop.
struct CurlLoop {
  private let multi: UnsafeMutableRawPointer
  private let sockets: CurlSockets
  private let configuration: CurlConfiguration
  private let mayFindProxy: Bool
  private let limit: Int
  private let statistics: Locked<CurlStatistics>

  private var waiting: [CurlTransfer] = []
  /// Those on their way, by the easy handle's address: a handle is reused, so only the pair tells.
  private var running: [UnsafeMutableRawPointer: CurlTransfer] = [:]
  private var idleHandles: [UnsafeMutableRawPointer] = []

  init(
    multi: UnsafeMutableRawPointer,
    wakeUp: WakeUp,
    configuration: CurlConfiguration,
    statistics: Locked<CurlStatistics>
  ) {
    self.multi = multi
    sockets = CurlSockets(multi: multi, wakeUp: wakeUp)
    self.configuration = configuration
    mayFindProxy = configuration.usesProxyEnvironment && CurlProxy.mayBeInEnvironment
    limit = max(1, configuration.maximumConcurrentTransfers)
    self.statistics = statistics
    clibcurl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limit)
    // By default only four connections for each transfer of the moment are kept.
    clibcurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, limit)
  }

  /// Takes the mail in, waits for something to do, and moves those transfers on that can go on.
  ///
  /// - Parameters:
  ///   - mail: What the other threads want.
  ///   - rest: Looks at the sockets by the means that it is given, and says whether they may be waited for.
  mutating func turn(
    _ mail: CurlMailbox.Mail,
    resting rest: (_ look: (_ mayWait: Bool) -> Void) -> Void
  ) {
    waiting += mail.submitted
    mail.cancelled.forEach { giveUp($0) }
    startWaiting()
    sockets.wait(resting: rest)
    finishCompleted()
  }

  /// Gives everything up and frees the handles; the loop is not used again.
  mutating func end(_ mail: CurlMailbox.Mail) {
    waiting += mail.submitted
    (waiting + running.values).forEach { giveUp($0) }
    idleHandles.forEach { curl_easy_cleanup($0) }
    curl_multi_cleanup(multi)
    withExtendedLifetime(sockets) {}
  }

  private mutating func startWaiting() {
    while running.count < limit, !waiting.isEmpty { start(waiting.removeFirst()) }
  }

  private mutating func start(_ transfer: CurlTransfer) {
    let easy: UnsafeMutableRawPointer
    do throws(TransportError) {
      if let idle = idleHandles.popLast() { easy = idle } else { easy = try makeHandle() }
    } catch {
      return transfer.finish(.failure(error))
    }
    do throws(TransportError) {
      try transfer.prepare(easy)
    } catch {
      retire(easy)
      return transfer.finish(.failure(error))
    }
    let code = curl_multi_add_handle(multi, easy)
    guard code == CURLM_OK else {
      retire(easy)
      let detail = String(cString: curl_multi_strerror(code))
      return transfer.finish(.failure(TransportError(.other, detail: detail)))
    }
    running[easy] = transfer
  }

  private mutating func finishCompleted() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
        continue
      }
      // To be read now: the message is gone once its handle is removed.
      let code = message.pointee.data.result
      guard let transfer = running.removeValue(forKey: easy) else { continue }
      count(transfer, easy)
      let outcome = transfer.outcome(of: easy, code)
      curl_multi_remove_handle(multi, easy)
      retire(easy)
      transfer.finish(outcome)
    }
  }

  private mutating func giveUp(_ transfer: CurlTransfer) {
    if let index = waiting.firstIndex(where: { $0 === transfer }) {
      waiting.remove(at: index)
    } else if let easy = running.first(where: { $0.value === transfer })?.key {
      running[easy] = nil
      count(transfer, easy)
      curl_multi_remove_handle(multi, easy)
      retire(easy)
    } else {
      return  // It is over, or was refused: then its task has its outcome already.
    }
    transfer.finish(.failure(TransportError(.cancelled)))
  }

  private func makeHandle() throws(TransportError) -> UnsafeMutableRawPointer {
    guard let easy = curl_easy_init() else {
      throw TransportError(.other, detail: "No libcurl handle")
    }
    var options = CurlOptions(easy)
    options.apply(configuration, mayFindProxy: mayFindProxy)
    guard options.failure == CURLE_OK else {
      curl_easy_cleanup(easy)
      throw TransportError(.other, detail: String(cString: curl_easy_strerror(options.failure)))
    }
    return easy
  }

  /// Keeps a handle for the next transfer, with nothing of the last one in it.
  private mutating func retire(_ easy: UnsafeMutableRawPointer) {
    var options = CurlOptions(easy)
    options.clear()
    idleHandles.append(easy)
  }

  private func count(_ transfer: CurlTransfer, _ easy: UnsafeMutableRawPointer) {
    var connections = 0
    clibcurl_get_long(easy, CURLINFO_NUM_CONNECTS, &connections)
    statistics.withLock {
      $0.requestsSent += transfer.exchange.sendCount
      $0.connectionsOpened += connections
    }
  }
}
