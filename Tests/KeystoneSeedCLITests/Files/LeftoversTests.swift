import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct LeftoversTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// A file of that age.
  @discardableResult
  private func leave(_ name: String, age: Int = 3600) throws -> String {
    let path = try directory.write("export OS_PASSWORD='s3cret'", to: name)
    let then = timespec(tv_sec: time(nil) - age, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, path, [then, then], 0) == 0)
    return path
  }

  @Test func whatAKilledRunHasLeftIsRemovedByTheNextThatWritesThere() throws {
    try leave(".keystone-seed.1y2p0ij32e8e7")
    try leave(Leftovers.newName())
    try AtomicFile.write([], to: "\(directory.path)/openrc")
    #expect(try directory.names == ["openrc"])
  }

  @Test func whatAnotherRunWritesIsNotTouched() throws {
    let path = try leave(".keystone-seed.abc")
    let writer = Descriptor(open(path, O_WRONLY))
    defer { writer.close() }
    #expect(flock(writer.number, LOCK_EX) == 0)
    try leave(".keystone-seed.new", age: 5)
    Leftovers.sweep(directory.path)
    #expect(try directory.names == [".keystone-seed.abc", ".keystone-seed.new"])
  }

  @Test(arguments: [
    ".keystone-seed.", ".keystone-seed.yaml.bak", ".keystone-seed.A_b", "keystone-seed.abc",
    ".keystone-seed.12345678901234", ".keystone-seedabc",
  ])
  func whatIsCalledOtherwiseIsNotTouched(name: String) throws {
    try leave(name)
    Leftovers.sweep(directory.path)
    #expect(try directory.names == [name])
  }

  @Test func whatHasAnotherNameTooIsNotTouched() throws {
    let path = try leave(".keystone-seed.abc")
    #expect(link(path, "\(directory.path)/kept") == 0)
    Leftovers.sweep(directory.path)
    #expect(try directory.names == [".keystone-seed.abc", "kept"])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func whatBelongsToSomebodyElseIsNotTouched() throws {
    let path = try leave(".keystone-seed.abc")
    #expect(chown(path, 65_534, 65_534) == 0)
    Leftovers.sweep(directory.path)
    #expect(try directory.names == [".keystone-seed.abc"])
  }

  @Test func directoryThatIsNotThereIsNoFailure() {
    Leftovers.sweep("\(directory.path)/missing")
  }
}
