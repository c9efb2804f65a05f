import Testing

@testable import CurlHTTP

struct LockedTests {
  @Test func oneAtATimeTouchesTheValue() async {
    let locked = Locked(0)
    await withTaskGroup { group in
      for _ in 1...50 {
        group.addTask {
          for _ in 1...200 { locked.withLock { $0 += 1 } }
        }
      }
    }
    #expect(locked.withLock { $0 } == 10_000)
  }
}
