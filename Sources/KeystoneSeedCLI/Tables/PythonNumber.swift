import Glibc

/// A JSON number as Python 2.7 reads it and writes it.
enum PythonNumber {
  /// An `int` or a `long`: the digits, with a sign where it is negative.
  case integer(String)
  /// A `float`.
  case float(Double)

  /// Reads the literal of a JSON number.
  init(_ literal: String) {
    if literal.utf8.contains(where: { ".eE".utf8.contains($0) }) {
      self = .float(Double(literal) ?? .nan)
    } else {
      self = .integer(literal == "-0" ? "0" : literal)
    }
  }

  /// The number as `str` has it: a float in twelve digits.
  var text: String {
    switch self {
    case .integer(let digits): digits
    case .float(let value):
      Self.written(value, digits: Self.twelveDigits(of: value), longestInteger: 11)
    }
  }

  /// The number as `repr` has it: a float in as few digits as make it out, a `long` with an `L`.
  var representation: String {
    switch self {
    case .integer(let digits): Int64(digits) == nil ? digits + "L" : digits
    case .float(let value): Self.written(value, digits: "\(value.magnitude)", longestInteger: 16)
    }
  }

  /// Rounds as C does, which is exact.
  private static func twelveDigits(of value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 32)
    _ = withVaList([value.magnitude]) { vsnprintf(&buffer, buffer.count, "%.11e", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }

  /// Writes digits by Python's rule for when there is an exponent (`format_float_short` in
  /// `Python/pystrtod.c`).
  ///
  /// - Parameters:
  ///   - value: The number, for its sign.
  ///   - digits: The number as some other language writes it, `0.5` or `1.25e+17`.
  ///   - longestInteger: How many digits there may be before the point.
  /// - Returns: The number as Python writes it.
  private static func written(_ value: Double, digits: String, longestInteger: Int) -> String {
    let sign = value.sign == .minus ? "-" : ""
    guard value.isFinite else { return sign + (value.isNaN ? "nan" : "inf") }
    let (significand, point) = normalized(digits)
    switch point {
    case ...(-4), (longestInteger + 1)...:
      let fraction = significand.dropFirst()
      let exponent = abs(point - 1)
      return sign + significand.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
        + (point < 1 ? "e-" : "e+") + (exponent < 10 ? "0" : "") + String(exponent)
    case ...0:
      return sign + "0." + String(repeating: "0", count: -point) + significand
    default:
      let integer = significand.prefix(point)
      let fraction = significand.dropFirst(point)
      return sign + integer + String(repeating: "0", count: point - integer.count)
        + "." + (fraction.isEmpty ? "0" : fraction)
    }
  }

  /// The digits without zeros at either end, and after how many of them the point is.
  private static func normalized(_ text: String) -> (significand: String, point: Int) {
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let all = number.joined()
    let leading = all.prefix { $0 == "0" }.count
    var significand = all.dropFirst(leading)
    while significand.last == "0" { significand.removeLast() }
    guard !significand.isEmpty else { return ("0", 1) }
    return (String(significand), number[0].count + exponent - leading)
  }
}

extension PythonNumber: Comparable {
  static func == (left: PythonNumber, right: PythonNumber) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left == right
    default: left.value == right.value
    }
  }

  static func < (left: PythonNumber, right: PythonNumber) -> Bool {
    guard case .integer(let leftDigits) = left, case .integer(let rightDigits) = right,
      leftDigits != rightDigits
    else { return left.value < right.value }
    switch (leftDigits.hasPrefix("-"), rightDigits.hasPrefix("-")) {
    case (false, false): return Self.isShorterOrLess(leftDigits, rightDigits)
    case (true, true): return Self.isShorterOrLess(rightDigits, leftDigits)
    case (true, false): return true
    case (false, true): return false
    }
  }

  private static func isShorterOrLess(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count ? left < right : left.utf8.count < right.utf8.count
  }

  private var value: Double {
    switch self {
    case .integer(let digits): Double(digits) ?? .nan
    case .float(let value): value
    }
  }
}
