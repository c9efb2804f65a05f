import CurlHTTP
import Testing

@Suite struct TransportStoreTests {
  private final class Note: Sendable {}

  @Test func `everybody gets the value that was made first`() {
    let store = TransportStore()
    let first = store.value { Note() }
    #expect(store.value { Note() } === first)
    #expect(store.value { 1 } == 1)
    #expect(store.value { 2 } == 1)
  }

  @Test func `each store has its own`() {
    let note = TransportStore().value { Note() }
    #expect(TransportStore().value { Note() } !== note)
  }
}
