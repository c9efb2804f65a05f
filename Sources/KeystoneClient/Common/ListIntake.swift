/// Makes what is wanted of the objects of a list, each as soon as it has arrived.
final class ListIntake<Element: Sendable>: HTTPBodySink {
  /// Makes an element of an object; nil for one that is not wanted.
  typealias Maker = @Sendable (JSONRow) throws(ShapeFault) -> Element?

  /// What came of a document with the list.
  struct Outcome {
    /// The document, its list empty.
    let document: JSONNode
    let elements: Result<[Element], ShapeFault>
  }

  private struct State {
    var reader: JSONListReader
    var elements: [Element] = []
    /// How many objects there were.
    var count = 0
    var fault: ShapeFault?
    var hasBegun = false
  }

  /// What the list is called in its document.
  let name: String
  private let place: String
  private let make: Maker
  private let state: Locked<State>

  /// Makes one for one answer.
  ///
  /// - Parameters:
  ///   - name: What the list is called in its document.
  ///   - place: What messages call the document.
  ///   - make: Makes an element of an object.
  init(_ name: String, of place: String, _ make: @escaping Maker) {
    self.name = name
    self.place = "\(place).\(name)"
    self.make = make
    state = Locked(State(reader: JSONListReader(name: name)))
  }

  /// Whether it was given the body while that arrived.
  var hasBegun: Bool { state.withLock { $0.hasBegun } }

  /// A success that looks like an object; what is anything else comes with the answer, to be looked
  /// at.
  func begin(status: Int, with bytes: UnsafeRawBufferPointer) -> Bool {
    guard status == 200, bytes.first == UInt8(ascii: "{") else { return false }
    state.withLock { $0.hasBegun = true }
    return true
  }

  func receive(_ bytes: UnsafeRawBufferPointer) {
    state.withLock { state in
      var reader = JSONListReader(name: name)
      swap(&reader, &state.reader)
      reader.receive(bytes) { take($0, into: &state) }
      swap(&reader, &state.reader)
    }
  }

  /// What came of the whole body.
  ///
  /// - Returns: The document and its list.
  /// - Throws: ``JSONFault`` where the body is no document.
  func finish() throws(JSONFault) -> Outcome {
    let result: Result<Outcome, JSONFault> = state.withLock { state in
      var reader = state.reader
      do throws(JSONFault) {
        let document = try reader.finish { take($0, into: &state) }
        let elements = state.fault.map { .failure($0) } ?? Result.success(state.elements)
        state.elements = []
        return .success(Outcome(document: document, elements: elements))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func take(_ event: JSONListReader.Event, into state: inout State) {
    switch event {
    case .begins:
      state.elements = []
      state.count = 0
      state.fault = nil
    case .element(let value):
      guard state.fault == nil else { return }
      do throws(ShapeFault) {
        let row = try JSONRow(value, in: place, at: state.count)
        if let element = try make(row) { state.elements.append(element) }
      } catch {
        state.fault = error
      }
      state.count += 1
    }
  }
}
