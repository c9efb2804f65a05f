import Convergence

extension DeclinedWait {
  /// What the server asks for and what would wait for it, after `it`.
  var words: String {
    let asked = "asks to wait \(asked.components.seconds) s"
    // A little more than that: others were told the same, and the question takes time as well.
    let enough = (needed.components.seconds + 19) / 10 * 10
    guard Double(enough) <= Seconds.longest else { return asked }
    return "\(asked); \(option) \(enough) would"
  }

  private var option: String {
    switch course {
    case .retries: "--retry-for"
    case .startup: "--wait"
    }
  }
}
