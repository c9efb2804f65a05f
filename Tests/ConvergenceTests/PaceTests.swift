import Testing

@testable import Convergence

struct PaceTests {
  /// A server on which a number of workers do one thing each at a time; where more wait, each of
  /// those that wait makes the work slower by that share.
  struct Server: CustomTestStringConvertible {
    let workers: Int
    var crowding = 0.0

    var testDescription: String { "\(workers) workers, crowding \(crowding)" }

    /// How long something takes while so many are under way, in seconds.
    func duration(underWay: Int) -> Double {
      0.02 * (1 + crowding * Double(max(0, underWay - workers)))
    }
  }

  /// How long a number of things take, with the highest number at a time.
  private func run(
    _ count: Int,
    on server: Server,
    _ parallelism: Parallelism
  ) -> (time: Double, most: Int) {
    var time = 0.0
    var pace = Pace(parallelism) { .seconds(time) }
    var begun = 0
    var underWay = 0
    var most = 0
    /// When those that a worker has will be done.
    var working: [Double] = []
    for _ in 0..<count {
      while underWay < pace.limit, begun < count {
        begun += 1
        underWay += 1
      }
      most = max(most, underWay)
      while working.count < min(server.workers, underWay) {
        working.append(time + server.duration(underWay: underWay))
      }
      let index = working.indices.min { working[$0] < working[$1] } ?? 0
      time = working.remove(at: index)
      pace.noteEnd(underWay: underWay)
      underWay -= 1
    }
    return (time, most)
  }

  static let servers =
    [1, 2, 4, 8, 16, 32].map { Server(workers: $0) }
    + [8, 16].map { Server(workers: $0, crowding: 0.01) }

  @Test("it takes hardly longer than the best of all fixed numbers", arguments: servers)
  func nearTheBest(server: Server) {
    // Each worker is busy for 25 seconds.
    let count = 1250 * server.workers
    let fixed = [server.workers, 8, 64].map { run(count, on: server, .fixed($0)).time }
    let automatic = run(count, on: server, .automatic)
    #expect((fixed.min() ?? 0) / automatic.time >= 0.95)
    #expect(automatic.most <= 64)
  }

  @Test("it does not send more than does any good", arguments: [1, 2, 4])
  func modest(workers: Int) {
    #expect(run(2000 * workers, on: Server(workers: workers), .automatic).most <= 12)
  }

  @Test("a number that was asked for stays", arguments: [1, 3, 8])
  func fixed(number: Int) {
    #expect(run(2000, on: Server(workers: 64), .fixed(number)).most == number)
  }

  @Test("less is sent to a server that has become slower")
  func slower() {
    var time = 0.0
    var pace = Pace(.automatic) { .seconds(time) }
    /// The lowest number while each thing takes so long.
    func lowest(for seconds: Double, each length: Double) -> Int {
      let end = time + seconds
      var lowest = pace.limit
      while time < end {
        time += length / Double(pace.limit)
        pace.noteEnd(underWay: pace.limit)
        lowest = min(lowest, pace.limit)
      }
      return lowest
    }
    #expect(lowest(for: 20, each: 0.05) == 8)
    #expect(pace.limit == 64)
    #expect(lowest(for: 20, each: 0.5) == 48)
  }

  @Test("what comes while there is not enough to do tells nothing")
  func idle() {
    var time = 0.0
    var pace = Pace(.automatic) { .seconds(time) }
    for _ in 0..<10_000 {
      time += 0.01
      pace.noteEnd(underWay: 3)
    }
    #expect(pace.limit == 8)
  }
}
