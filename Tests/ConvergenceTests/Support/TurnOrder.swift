import TestSupport

/// Lets several runs, each with one call at a time, take turns in an order that a seed decides.
///
/// Nobody moves before everybody has come to their next call or has left, so that the same seed gives
/// the same interleaving on any machine.
actor TurnOrder {
  private var players: Set<Int>
  private var parked: [Int: CheckedContinuation<Void, Never>] = [:]
  private var random: SeededGenerator

  init(players: Int, seed: Int) {
    self.players = Set(0..<players)
    random = SeededGenerator(seed: seed)
  }

  /// Waits until it is that player's turn.
  func next(_ player: Int) async {
    await withCheckedContinuation { continuation in
      parked[player] = continuation
      resumeOne()
    }
  }

  /// Goes on without that player.
  func leave(_ player: Int) {
    players.remove(player)
    resumeOne()
  }

  private func resumeOne() {
    guard parked.count == players.count,
      let player = parked.keys.sorted().randomElement(using: &random)
    else { return }
    parked.removeValue(forKey: player)?.resume()
  }
}
