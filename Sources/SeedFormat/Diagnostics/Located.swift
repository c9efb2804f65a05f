/// A value together with the place where the file says it.
package struct Located<Value> {
  package let value: Value
  package let location: FileLocation

  package init(_ value: Value, at location: FileLocation) {
    self.value = value
    self.location = location
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
