import IdentityModel
import Testing

@testable import Convergence

@Suite struct ReadingCourseCatalogTests {
  private static let key = ServiceKey(type: "compute", name: "nova")

  private func course(
    readsInterfaces: Bool = true,
    kinds: Set<ResourceKind> = [.service, .endpoint],
    declaring service: ServiceKey = key
  ) -> ReadingCourse {
    var desired = DesiredState()
    desired.services = [Service(type: service.type, name: service.name)]
    desired.endpoints = [Endpoint(service: service, region: "one")]
    if service.type == ServiceKey.anyType { desired.existing = [.service(service)] }
    return ReadingCourse(
      desired,
      .make(kinds: kinds),
      listsGrants: true,
      readsInterfaces: readsInterfaces
    )
  }

  /// Whether the interfaces are asked for because of the list of services, of which there are these.
  private func asks(_ course: ReadingCourse, among keys: ServiceKey...) -> Bool {
    var course = course
    var list = LiveLists()
    list.live.services = keys.enumerated().map { number, key in
      Live(id: "\(number)", Service(type: key.type, name: key.name))
    }
    return course.take(.list(.service, list)).contains {
      if case .interfaces = $0 { true } else { false }
    }
  }

  @Test("interfaces are asked for as soon as a service is live whose endpoints are declared")
  func interfaces() {
    #expect(asks(course(), among: Self.key))
    #expect(asks(course(), among: ServiceKey(type: "image", name: "glance"), Self.key))
    #expect(!asks(course(), among: ServiceKey(type: "image", name: "glance")))
    #expect(!asks(course()))
  }

  @Test("nobody asks for interfaces where no endpoint is looked at, or the backend has them anyway")
  func noInterfaces() {
    #expect(!asks(course(kinds: [.service]), among: Self.key))
    #expect(!asks(course(readsInterfaces: false), among: Self.key))
  }

  @Test("a service of any type is the live one of its name; of two nothing is asked")
  func anyType() {
    let any = ServiceKey(type: ServiceKey.anyType, name: "nova")
    #expect(asks(course(declaring: any), among: Self.key))
    #expect(!asks(course(declaring: any), among: Self.key, ServiceKey(type: "other", name: "nova")))
  }

  @Test("what came of the question is part of the reading, a refusal too")
  func answer() throws {
    var course = course()
    #expect(course.reading.interfaces == nil)
    #expect(course.take(.interfaces(.success(.notThere))).isEmpty)
    let answer = try #require(course.reading.interfaces)
    #expect(try answer.get() == .notThere)
  }
}
