import Testing

@testable import Reconciliation

@Suite struct LifetimeTests {
  private static func lost(_ number: Int?) -> Lifetime {
    var time = Lifetime.throughout
    time.lose(by: number)
    return time
  }

  @Test func `both are there from the later one on until the first one goes`() {
    let made = Lifetime.made(by: 2) && Lifetime.made(by: 3)
    #expect(made.made == 3)
    #expect(!made.wasThere)
    #expect(made.isTouched)
    #expect(made.staysThere)
    // Numbers of those that take away count from the last one.
    let lost = Self.lost(2) && Self.lost(1)
    #expect(lost.lost == 2)
    #expect(lost.wasThere)
    #expect(!lost.staysThere)
  }

  @Test func `either is there from the earlier one on until both are gone`() {
    #expect((Lifetime.made(by: 2) || .made(by: 3)).made == 2)
    #expect((Self.lost(2) || Self.lost(1)).lost == 1)
    #expect((Self.lost(2) || .throughout) == .throughout)
    #expect((Lifetime.made(by: 2) || .throughout) == .throughout)
  }

  @Test func `of several that take it away the first one does`() {
    var time = Self.lost(1)
    time.lose(by: 3)
    #expect(time.lost == 3)
    time.lose(by: 2)
    #expect(time.lost == 3)
  }

  @Test func `what other changes do is no change of it`() {
    let gone = Self.lost(nil)
    #expect(gone.wasThere)
    #expect(!gone.isTouched)
    #expect(!gone.staysThere)
    #expect(!Lifetime.madeBeforehand.isTouched)
    #expect(!Lifetime.madeBeforehand.wasThere)
    #expect(!Lifetime.throughout.isTouched)
    #expect((gone && .made(by: 1)).isTouched == false)
    #expect((gone || .made(by: 1)).made == 1)
  }
}
