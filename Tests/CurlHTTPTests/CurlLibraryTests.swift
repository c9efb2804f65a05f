import CLibcurl
import Testing

@testable import CurlHTTP

struct CurlLibraryTests {
  @Test func itIsToldByItsVersionAndThatOfTLS() throws {
    let version = CurlLibrary.version
    let shape = /libcurl\/\d+\.\d+\.\d+\S* [A-Za-z()]+\/\d\S*/
    #expect(try shape.wholeMatch(in: version) != nil, "\(version)")
    #expect(String(cString: curl_version()).hasPrefix(version))
  }

  @Test func initialisingAgainIsHarmless() throws {
    for _ in 1...3 { try CurlLibrary.initialize() }
  }
}
