import Testing

@testable import KeystoneClient

struct CurlLibraryTests {
  @Test func initialisingAgainIsHarmless() throws {
    for _ in 1...3 { try CurlLibrary.initialize() }
  }
}
