import NIOConcurrencyHelpers

/// The faults that a sandbox has in store, each with its count of requests that matched.
public final class FaultList: Sendable {
  private struct Armed {
    let fault: Fault
    var matched = 0
  }

  private let armed = NIOLockedValueBox<[Armed]>([])

  init(_ faults: [Fault]) {
    armed.withLockedValue { $0 = faults.map { Armed(fault: $0) } }
  }

  /// Arms a fault; it counts requests from now on.
  public func add(_ fault: Fault) {
    armed.withLockedValue { $0.append(Armed(fault: fault)) }
  }

  /// Disarms all of them.
  public func removeAll() {
    armed.withLockedValue { $0.removeAll() }
  }

  /// The fault that strikes a request: the one armed first, where several would.
  ///
  /// Every fault that matches counts the request, whether it strikes or not.
  func next(method: String, path: String) -> Fault? {
    armed.withLockedValue { armed in
      var striking: Fault?
      for index in armed.indices {
        let fault = armed[index].fault
        guard fault.method == nil || fault.method == method, fault.path.matches(path) else {
          continue
        }
        armed[index].matched += 1
        let turn = armed[index].matched - fault.nth
        if striking == nil, turn >= 0, fault.times.map({ turn < $0 }) ?? true {
          striking = fault
        }
      }
      return striking
    }
  }
}
