import Glibc
import Testing

@testable import KeystoneSeedCLI

struct SystemErrorTests {
  @Test(arguments: [(ENOENT, "No such file or directory"), (EACCES, "Permission denied")])
  func saysItInTheWordsOfTheSystem(code: Int32, words: String) {
    #expect(SystemError(code).description == words)
  }

  @Test func lastIsThatOfTheCallBefore() {
    #expect(open("/nowhere/at/all", O_RDONLY) == -1)
    #expect(SystemError.last == SystemError(ENOENT))
  }
}
