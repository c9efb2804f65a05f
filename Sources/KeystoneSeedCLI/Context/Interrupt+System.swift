import Dispatch
import Glibc

extension Interrupt {
  /// Listens to the signals of this process from now on, until it ends.
  static func system() async -> Interrupt {
    let interrupt = Interrupt { status in _exit(status.rawValue) }
    await interrupt.listen(to: SIGINT, as: .interrupt)
    await interrupt.listen(to: SIGTERM, as: .terminate)
    return interrupt
  }

  /// Turns a signal of the operating system into a request to stop.
  ///
  /// Dispatch replaces the signal's default action, which is to end the program, and does so some
  /// time after it is told to: the signal is listened to when this returns. The queue is a serial
  /// one, which has a thread even while tasks keep all others busy.
  func listen(to number: Int32, as signal: Signal) async {
    await withCheckedContinuation { continuation in
      let queue = DispatchQueue(label: "interrupt")
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setRegistrationHandler { continuation.resume() }
      source.setEventHandler { [self] in
        receive(signal)
        withExtendedLifetime(source) {}
      }
      source.resume()
    }
  }
}
