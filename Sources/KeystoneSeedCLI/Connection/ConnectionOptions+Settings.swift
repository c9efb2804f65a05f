extension ConnectionOptions {
  /// How to reach the Keystone that options, environment and `clouds.yaml` mean together.
  ///
  /// `clouds.yaml` is read only if a cloud is named. What is odd is said on standard error, and a
  /// password that nothing gives is asked for where there is somebody to ask.
  ///
  /// - Parameters:
  ///   - context: Where to look, and whom to ask.
  ///   - decodeClouds: Turns the text of `clouds.yaml` into its entries.
  /// - Returns: The settings, complete.
  /// - Throws: ``ConnectionError``, ``CloudsFileError``, ``InputFileError``, or what the decoder
  ///   throws.
  func settings(
    in context: CommandContext,
    decodeClouds: CloudsFile.Decoder
  ) throws -> ConnectionSettings {
    let named = (cloud == "" ? nil : cloud) ?? context.environment["OS_CLOUD"]
    let resolver = ConnectionResolver(
      options: self,
      environment: context.environment,
      cloud: try named.map { try CloudsFile.cloud(named: $0, in: context, decode: decodeClouds) }
    )
    let resolution = try resolver.resolve { user in
      try context.readSecret("Password of \(TerminalText.harmless(user))")
    }
    for warning in resolution.warnings { context.warn(warning.text) }
    return resolution.settings
  }
}
