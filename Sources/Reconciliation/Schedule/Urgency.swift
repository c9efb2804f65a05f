import IdentityModel

/// How much has still to be done, one thing after the other, once an operation may start.
///
/// What is begun last ends last: a user who is made after the tenants holds up all that is granted
/// to him. So what starts the longest chain of work goes first.
package enum Urgency {
  /// Keystone hashes a password in about the time of sixteen other writes.
  private static let passwordCost = 16

  /// The urgency of each operation, in the time of a usual write.
  ///
  /// - Parameters:
  ///   - operations: The operations, each after those that it waits for, as in a ``Schedule``; what
  ///     comes last whatever it waits for makes nothing else urgent.
  ///   - changes: The changes that they make.
  /// - Returns: A number from 1 on for each.
  package static func of(_ operations: [Operation], changes: [Change]) -> [Int] {
    let costs = operations.map { changes[$0.change].sets(.password) ? passwordCost : 1 }
    var urgencies = costs
    for (index, operation) in operations.enumerated().reversed() {
      for earlier in operation.after + operation.afterSettled where earlier < index {
        urgencies[earlier] = max(urgencies[earlier], costs[earlier] + urgencies[index])
      }
    }
    return urgencies
  }
}
