import ArgumentParser
import Convergence

/// The value of `--parallelism`: a number, or `auto`.
extension Parallelism: ExpressibleByArgument {
  package init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if let count = Int(argument) {
      self = .fixed(count)
    } else {
      return nil
    }
  }

  package var defaultValueDescription: String {
    switch self {
    case .fixed(let count): "\(count)"
    case .automatic: "auto"
    }
  }
}
