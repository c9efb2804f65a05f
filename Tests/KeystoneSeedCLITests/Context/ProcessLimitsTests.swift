import Testing

@testable import KeystoneSeedCLI

@Suite struct ProcessLimitsTests {
  @Test func enoughIsNoComplaint() {
    #expect(ProcessLimits.complaint(files: .max, addressSpace: .max) == nil)
    let least = (ProcessLimits.leastFiles, ProcessLimits.leastAddressSpace)
    #expect(ProcessLimits.complaint(files: least.0, addressSpace: least.1) == nil)
  }

  @Test func tooFewFilesAreSaidWithTheWayOut() {
    let message = ProcessLimits.complaint(files: 8, addressSpace: .max)?.rendered() ?? ""
    #expect(message.hasPrefix("error: this process may open 8 files, and needs 24\n"))
    #expect(message.contains("ulimit -n 24"))
  }

  @Test func tooLittleAddressSpaceIsSaidWithTheWayOut() {
    let message = ProcessLimits.complaint(files: .max, addressSpace: 64 << 20)?.rendered() ?? ""
    #expect(message.hasPrefix("error: this process may have 64 MiB of address space"))
    #expect(message.contains("ulimit -v"))
  }
}
