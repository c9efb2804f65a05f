import ArgumentParser
import IdentityModel

extension Secret: ExpressibleByArgument {
  package init(argument: String) {
    self.init(argument)
  }
}
