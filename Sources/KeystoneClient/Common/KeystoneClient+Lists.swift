extension KeystoneClient {
  /// Asks for a list, each object of which becomes a record as soon as it has arrived.
  ///
  /// - Parameters:
  ///   - call: What to ask.
  ///   - name: What the list is called in the answer.
  /// - Returns: The records in the order of the answer: all of them, or an error.
  /// - Throws: ``KeystoneError`` where there is no answer, or none with such a list.
  func list<Record: JSONRecord & Sendable>(
    _ call: Call,
    _ name: String
  ) async throws(KeystoneError) -> [Record] {
    try await list(call, name, over: admin) { row throws(ShapeFault) in try Record(row) }
  }

  /// The same below another base address of the same server, as whatever is made of the objects.
  func list<Element: Sendable>(
    _ call: Call,
    _ name: String,
    over channel: Channel,
    _ make: @escaping ListIntake<Element>.Maker
  ) async throws(KeystoneError) -> [Element] {
    let intake = ListIntake(name, of: Answer.place, make)
    var call = call
    call.sink = intake
    return try await send(call, over: channel).elements(of: intake)
  }
}
