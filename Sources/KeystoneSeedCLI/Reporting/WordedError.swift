/// An error that can say in words what happened.
///
/// The errors themselves carry facts alone. The words are in extensions beside this file, so that
/// they can be read, and kept alike, in one place.
protocol WordedError: Error {
  var message: ErrorMessage { get }

  /// What the program ends with.
  var exitStatus: ExitStatus { get }
}

extension WordedError {
  var exitStatus: ExitStatus { .failure }
}
