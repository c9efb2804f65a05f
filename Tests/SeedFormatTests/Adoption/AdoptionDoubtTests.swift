import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct AdoptionDoubtTests {
  private func doubts(_ change: (inout LiveState) -> Void) -> [String] {
    var live = LiveState.nova
    change(&live)
    return AdoptionDoubt.all(about: live).map(\.text)
  }

  @Test func `nothing is in doubt where all was read, or there are no endpoints`() {
    #expect(doubts { _ in } == [])
    let none = doubts { live in
      live.endpoints = []
      live.unknownInterfaces = UnknownInterfaces(.cutOff)
      live.isOriginUnknown = true
    }
    #expect(none == [])
  }

  @Test func `what v3 refuses to say is in doubt, with what it says instead`() {
    let found = doubts { live in
      live.unknownInterfaces = UnknownInterfaces(.refused("403 Forbidden: No."))
      live.isOriginUnknown = true
    }
    #expect(
      found == [
        "whether an interface of the endpoints is disabled by itself, or has a second URL: v3 does "
          + "not list its endpoints (403 Forbidden: No.)",
        "which endpoints were made through v3, so that v2.0 can neither change nor delete them",
      ]
    )
  }

  @Test func `what is cut off is in doubt of those services alone`() {
    let found = doubts { $0.unknownInterfaces = UnknownInterfaces(.cutOff, services: ["s1"]) }
    #expect(
      found == [
        "whether an interface of the endpoints of compute/nova is disabled by itself, or has a "
          + "second URL: v3 cuts its lists off (list_limit in the server's keystone.conf)"
      ]
    )
  }

  @Test func `a dump has it in a comment at its end`() throws {
    var live = LiveState.nova
    live.isOriginUnknown = true
    let dump = try #require(SeedDump(live, address: "http://h"))
    #expect(dump.doubts.count == 1)
    #expect(
      dump.text.hasSuffix(
        """

        # Not known, so that the seed may say it wrongly:
        #
        #   which endpoints were made through v3, so that v2.0 can neither change nor delete them

        """
      )
    )
    #expect(Seed.load(dump.text).diagnostics == [])
    #expect(dump.leftOutCount == 0)
  }
}
