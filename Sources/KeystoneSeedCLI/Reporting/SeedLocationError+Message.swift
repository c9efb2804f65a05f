extension SeedLocationError: WordedError {
  var exitStatus: ExitStatus { .usage }

  var message: ErrorMessage {
    ErrorMessage(
      "no seed is named and none is found",
      hints: [
        "Name one as an argument, - for standard input, or in KEYSTONE_SEED.",
        "Looked for \(searched.joined(separator: " and ")).",
      ]
    )
  }
}
