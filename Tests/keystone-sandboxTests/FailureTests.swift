import ArgumentParser
import KeystoneSandbox
import Testing

@testable import keystone_sandbox

@Suite struct FailureTests {
  @Test func takenPortIsNamed() {
    let failure = Failure(SandboxError.portUnavailable(5000, reason: "Address already in use"))
    #expect("\(failure)" == "cannot listen on 127.0.0.1:5000: Address already in use")
    #expect("\(Failure(SandboxError.refused("words")))" == "words")
    #expect(SandboxCommand.exitCode(for: failure).rawValue == 1)
    #expect(SandboxCommand.message(for: failure) == "\(failure)")
  }
}
