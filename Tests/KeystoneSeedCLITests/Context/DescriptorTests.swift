import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct DescriptorTests {
  @Test func everythingWrittenIsRead() throws {
    let (reading, writing) = try pipeEnds()
    try writing.write(Array("a pipe".utf8))
    writing.close()
    #expect(try reading.readToEnd(limit: 100) == Array("a pipe".utf8))
    reading.close()
  }

  @Test func oneByteTooManyTellsThatThereIsMore() throws {
    let (reading, writing) = try pipeEnds()
    try writing.write(Array("a pipe".utf8))
    writing.close()
    #expect(try reading.readToEnd(limit: 3).count == 4)
    reading.close()
  }

  @Test func nonBlockingPipeIsWaitedFor() async throws {
    let (reading, writing) = try pipeEnds()
    #expect(fcntl(writing.number, F_SETFL, O_NONBLOCK) == 0)
    #expect(fcntl(reading.number, F_SETFL, O_NONBLOCK) == 0)
    let bytes = [UInt8](repeating: 7, count: 1 << 20)
    let received = Background { try reading.readToEnd(limit: .max - 1) }
    try writing.write(bytes)
    writing.close()
    #expect(try await received.value == bytes)
    reading.close()
  }

  @Test func silenceIsSaid() async throws {
    let (reading, writing) = try pipeEnds()
    let received = Background {
      var said: [Duration] = []
      let bytes = try reading.readToEnd(limit: 100, silence: .milliseconds(20)) { said.append($0) }
      return (bytes: bytes, said: said)
    }
    try await Task.sleep(for: .milliseconds(200))
    try writing.write(Array("late".utf8))
    writing.close()
    let result = try await received.value
    #expect(result.bytes == Array("late".utf8))
    #expect(result.said.first.map { $0 >= .milliseconds(20) } == true)
    reading.close()
  }

  @Test func readerOfAPipeIsGivenTimeToRead() async throws {
    let (reading, writing) = try pipeEnds()
    try writing.write(Array("a plan".utf8))
    let received = Background { try reading.read(atMost: 100) }
    writing.waitUntilRead(within: .seconds(600))
    var left: Int32 = -1
    #expect(ioctl(writing.number, UInt(FIONREAD), &left) == 0)
    #expect(left == 0)
    #expect(try await received.value == Array("a plan".utf8))
    for end in [reading, writing] { end.close() }
  }

  @Test func nobodyWaitsForWhatIsNoPipeOrIsNotRead() throws {
    let directory = try TemporaryDirectory()
    let number = open("\(directory.path)/file", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    let file = Descriptor(number)
    try file.write([1])
    file.waitUntilRead(within: .seconds(600))
    file.close()
    let (reading, writing) = try pipeEnds()
    try writing.write([1])
    writing.waitUntilRead(within: .milliseconds(20))
    for end in [reading, writing] { end.close() }
  }

  @Test func failureIsTheSystems() throws {
    #expect(throws: SystemError(EBADF)) { try Descriptor(-1).write([1]) }
    #expect(throws: SystemError(EBADF)) { try Descriptor(-1).read(atMost: 1) }
  }

  private func pipeEnds() throws -> (Descriptor, Descriptor) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }
}
