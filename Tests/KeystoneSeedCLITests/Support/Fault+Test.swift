import KeystoneSandbox

extension Fault {
  /// A fault in front of Keystone, which never sees the request.
  static func before(
    _ method: String,
    _ path: PathGlob,
    nth: Int = 1,
    times: Int? = 1,
    _ effect: Effect
  ) -> Fault {
    Fault(method, path, nth: nth, times: times, when: .beforeCommit, effect: effect)
  }

  /// A fault behind Keystone: it has done its work, and the client does not get to know.
  static func after(
    _ method: String,
    _ path: PathGlob,
    nth: Int = 1,
    times: Int? = 1,
    _ effect: Effect
  ) -> Fault {
    Fault(method, path, nth: nth, times: times, when: .afterCommit, effect: effect)
  }
}
