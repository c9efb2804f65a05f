import Testing

@testable import CurlHTTP

struct CurlLibraryTests {
  @Test func initialisingAgainIsHarmless() throws {
    for _ in 1...3 { try CurlLibrary.initialize() }
  }
}
