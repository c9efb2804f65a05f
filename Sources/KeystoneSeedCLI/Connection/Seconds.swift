import ArgumentParser

/// A time span as an option takes it: seconds, with a fraction if need be.
struct Seconds: Hashable, Sendable {
  /// Longer is a slip of the keyboard, and more than a timer can hold at some point.
  static let longest = 86_400.0

  private let value: Double

  init(_ value: Int) {
    self.value = Double(value)
  }

  var duration: Duration { .seconds(value) }
}

extension Seconds: ExpressibleByArgument {
  init?(argument: String) {
    guard let value = Double(argument), (0...Self.longest).contains(value) else { return nil }
    self.value = value
  }

  /// What the help shows as the default.
  var defaultValueDescription: String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
