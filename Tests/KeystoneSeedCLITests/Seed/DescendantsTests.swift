import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct DescendantsTests {
  /// Starts a program that prints its number and those of whom it has started, and does not end.
  private func start(_ script: String) throws -> (leader: pid_t, printed: [pid_t], Descriptor) {
    let environment = ["PATH": "/usr/bin:/bin"]
    let (id, output) = try ChildProcess.spawn(["sh", "-c", script], environment)
    var text = ""
    while !text.contains("\n") {
      text += String(decoding: try output.read(atMost: 100), as: UTF8.self)
    }
    return (id, text.split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }, output)
  }

  private func end(_ leader: pid_t, _ output: Descriptor) {
    kill(-leader, SIGKILL)
    var status: Int32 = 0
    waitpid(leader, &status, 0)
    output.close()
  }

  @Test func whoIsInAGroupOfItsOwnIsFound() throws {
    let script = #"setsid --wait sh -c 'sleep 1000 & echo $$ $!; exec sleep 1000'"#
    let (leader, printed, output) = try start(script + "; :")
    let descendants = Descendants()
    defer { descendants.deallocate() }
    descendants.add(below: leader)
    #expect(descendants.isAnyLeft)
    descendants.send(SIGKILL)
    // Only a parent can wait for them.
    for id in printed { while isRunning(id) { usleep(1000) } }
    #expect(printed.count == 2)
    end(leader, output)
    descendants.clear()
    #expect(!descendants.isAnyLeft)
  }

  @Test func whoIsInTheProgramsGroupIsNot() throws {
    let (leader, printed, output) = try start("sleep 1000 & echo $!; wait")
    let descendants = Descendants()
    defer { descendants.deallocate() }
    descendants.add(below: leader)
    #expect(!descendants.isAnyLeft)
    #expect(printed.count == 1)
    end(leader, output)
  }

  @Test func programThatIsGoneHasNone() {
    let descendants = Descendants()
    defer { descendants.deallocate() }
    descendants.add(below: .max)
    #expect(!descendants.isAnyLeft)
  }

  private func isRunning(_ id: pid_t) -> Bool {
    let text = try? InputFile.beginning(of: "/proc/\(id)/stat", count: 1000)
    return text.map { !String(decoding: $0, as: UTF8.self).contains(") Z ") } ?? false
  }
}
