import Testing

@testable import Convergence

struct CoalescedReadTests {
  private struct Failure: Error, Equatable {
    let number: Int
  }

  /// A source that counts its answers and can be held back.
  private actor Source {
    let gate = Gate()
    private(set) var count = 0
    private(set) var mostAtOnce = 0
    private var atOnce = 0

    func read() async -> Int {
      atOnce += 1
      mostAtOnce = max(mostAtOnce, atOnce)
      count += 1
      let number = count
      await gate.pass()
      atOnce -= 1
      return number
    }
  }

  @Test("one who asks alone costs one request each time")
  func alone() async {
    let source = Source()
    await source.gate.open()
    let read = CoalescedRead { () async -> Int in await source.read() }
    #expect(await read.value() == 1)
    #expect(await read.value() == 2)
  }

  @Test("whoever asks while a request is out shares the next one", arguments: [1, 2, 50])
  func shared(askers: Int) async {
    let source = Source()
    let read = CoalescedRead { () async -> Int in await source.read() }
    let first = await read.request()
    await source.gate.waitForArrivals(1)

    var later: [CoalescedRead<Int, Never>.Reading] = []
    for _ in 0..<askers { later.append(await read.request()) }
    await source.gate.open()
    for request in later { #expect(await request.value == .success(2)) }
    #expect(await first.value == .success(1))
    #expect(await source.count == 2)
    #expect(await source.mostAtOnce == 1)
  }

  @Test("everybody gets what was read after they asked, whatever comes in between")
  func fresh() async {
    let source = Source()
    await source.gate.open()
    let read = CoalescedRead { () async -> Int in await source.read() }
    let answers = await Array(0..<200).concurrentMap(limit: 7) { (_) async -> (Int, Int) in
      let sent = await source.count
      let value = await read.value()
      return (sent, value)
    }
    #expect(answers.allSatisfy { $0.1 > $0.0 })
    #expect(await source.mostAtOnce == 1)
  }

  @Test("a failure is the answer of all who waited for it, and of nobody else")
  func failure() async throws {
    let source = Source()
    await source.gate.open()
    let read = CoalescedRead { () async throws(Failure) -> Int in
      let number = await source.read()
      guard number > 1 else { throw Failure(number: number) }
      return number
    }
    await #expect(throws: Failure(number: 1)) { try await read.value() }
    #expect(try await read.value() == 2)
  }

  @Test("an asker who is cancelled does not take the answer from the others")
  func cancelled() async throws {
    let source = Source()
    let read = CoalescedRead { () async throws(Failure) -> Int in
      let number = await source.read()
      guard !Task.isCancelled else { throw Failure(number: number) }
      return number
    }
    let impatient = Task { try await read.value() }
    await source.gate.waitForArrivals(1)
    impatient.cancel()
    await source.gate.open()
    #expect(try await impatient.value == 1)
  }
}
