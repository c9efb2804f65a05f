import KeystoneClient

/// An ID that no request can name, as it may be shown; nil for one that is as good as any.
func unreachableIDShown(_ id: String) -> String? {
  guard let problem = KeystoneClient.problem(withID: id) else { return nil }
  guard case .unusableID(let shown) = problem.reason else { return problem.description }
  return shown
}
