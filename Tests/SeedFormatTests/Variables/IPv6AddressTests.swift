import Testing

@testable import SeedFormat

@Suite struct IPv6AddressTests {
  @Test(
    arguments: [
      "::", "::1", "fd00::1", "fd00::", "2001:db8:0:0:0:0:0:1", "1:2:3:4:5:6:7:8",
      "::ffff:192.0.2.1", "1::2:3:4:5:6:7", "1:2:3:4:5:6:192.0.2.1", "FD00::ABCD",
    ]
  )
  func `knows an address`(text: String) {
    #expect(IPv6Address.isValid(text))
  }

  @Test(
    arguments: [
      "", ":", "1", "host", "192.0.2.1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::2", ":::",
      "1:2:3:4:5:6:7:8::", "fd00::g", "fd00::12345", "[::1]", "fe80::1%eth0", "::192.0.2",
      "::192.0.2.1:1", "1:", ":1", "host:5000", "::256.0.0.1", "1::2:",
    ]
  )
  func `knows what is none`(text: String) {
    #expect(!IPv6Address.isValid(text))
  }
}
