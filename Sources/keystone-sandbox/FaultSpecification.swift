import ArgumentParser
import KeystoneSandbox

/// A fault in words: `POST /v2.0/users 2 after reset`.
struct FaultSpecification: Sendable, Equatable {
  static let help = """
    A fault is four or five words: METHOD PATH [NTH[xTIMES]] WHEN EFFECT. METHOD may be `any`; in \
    PATH a `*` stands for any characters; NTH is the first matching request that it strikes (1) \
    and TIMES how many in a row (1, or `all`); WHEN is `before` or `after` the request has had its \
    effect; EFFECT is reset, close, endless, delay:MILLISECONDS, truncate:BYTES or status:CODE. \
    For instance: --fault 'POST /v2.0/users 2 after reset'
    """

  let fault: Fault

  init(_ text: String) throws {
    var words = text.split(separator: " ").map(String.init)
    guard (4...5).contains(words.count) else {
      throw ValidationError("a fault is METHOD PATH [NTH[xTIMES]] WHEN EFFECT, not '\(text)'")
    }
    let effect = try Self.effect(words.removeLast())
    let moment = try Self.moment(words.removeLast())
    let turns = words.count == 3 ? try Self.turns(words[2]) : (nth: 1, times: 1)
    fault = Fault(
      words[0] == "any" ? nil : words[0].uppercased(),
      PathGlob(words[1]),
      nth: turns.nth,
      times: turns.times,
      when: moment,
      effect: effect
    )
  }

  private static func turns(_ word: String) throws -> (nth: Int, times: Int?) {
    let parts = word.split(separator: "x", maxSplits: 1).map(String.init)
    guard let nth = parts.isEmpty ? nil : Int(parts[0]), nth > 0 else {
      throw ValidationError("'\(word)' does not say which request: 2, 2x3 or 2xall")
    }
    guard parts.count == 2 else { return (nth, 1) }
    guard parts[1] != "all" else { return (nth, nil) }
    guard let times = Int(parts[1]), times > 0 else {
      throw ValidationError("'\(word)' does not say how often: 2x3 or 2xall")
    }
    return (nth, times)
  }

  private static func moment(_ word: String) throws -> Fault.Moment {
    switch word {
    case "before": return .beforeCommit
    case "after": return .afterCommit
    default: throw ValidationError("a fault strikes `before` or `after`, not '\(word)'")
    }
  }

  private static func effect(_ word: String) throws -> Fault.Effect {
    let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
    let number = parts.count == 2 ? Int(parts[1]) : nil
    switch (parts.isEmpty ? "" : parts[0], parts.count, number) {
    case ("reset", 1, _): return .reset
    case ("close", 1, _): return .close
    case ("endless", 1, _): return .endlessBody
    case ("delay", 2, let milliseconds?) where milliseconds >= 0:
      return .delay(milliseconds: milliseconds)
    case ("truncate", 2, let bytes?) where bytes >= 0:
      return .truncate(afterBytes: bytes)
    case ("status", 2, let code?) where (200...599).contains(code):
      return .status(
        code,
        contentType: "text/html",
        body: "<html><body><h1>\(code)</h1>\nmade by keystone-sandbox\n</body></html>\n"
      )
    default:
      throw ValidationError("'\(word)' is no effect that a fault can have")
    }
  }
}
