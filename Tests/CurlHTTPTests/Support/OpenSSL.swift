import Foundation
import Glibc
import Testing

/// The `openssl` command: an authority, certificates, and a server that shows them.
struct OpenSSL {
  /// Whether the command is there.
  static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/openssl") }

  struct Failure: Error {
    let arguments: [String]
  }

  /// The directory that everything is in.
  let directory: URL

  /// Runs a test with a directory of its own.
  static func use(_ body: (OpenSSL) async throws -> Void) async throws {
    let files = FileManager.default
    let directory = files.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try files.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try files.removeItem(at: directory) } }
    try await body(OpenSSL(directory: directory))
  }

  /// The path of a file in the directory.
  func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

  /// Makes `NAME.pem` and `NAME.key`.
  ///
  /// - Parameters:
  ///   - name: The files' and the certificate's name.
  ///   - host: What the certificate is for, such as `IP:127.0.0.1`; nil makes an authority.
  ///   - issuer: The authority that signs it; nil makes it sign itself.
  /// - Throws: ``Failure`` when the command fails.
  func makeCertificate(_ name: String, for host: String? = nil, by issuer: String? = nil) throws {
    var arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-subj", "/CN=\(name)", "-keyout", path("\(name).key"), "-out", path("\(name).pem"),
    ]
    if let host {
      arguments += ["-addext", "subjectAltName=\(host)", "-addext", "basicConstraints=CA:FALSE"]
    }
    if let issuer {
      arguments += ["-CA", path("\(issuer).pem"), "-CAkey", path("\(issuer).key")]
    }
    let process = try SpawnedProcess(["openssl"] + arguments)
    guard process.wait() == 0 else { throw Failure(arguments: arguments) }
  }

  /// Makes a configuration of OpenSSL's that allows what its releases forbid.
  ///
  /// - Returns: The file's path, for `OPENSSL_CONF`.
  /// - Throws: When it cannot be written.
  func makeLaxConfiguration() throws -> String {
    let text = """
      openssl_conf = all
      [all]
      ssl_conf = ssl
      [ssl]
      system_default = lax
      [lax]
      MinProtocol = TLSv1
      CipherString = DEFAULT:@SECLEVEL=0
      [req]
      distinguished_name = name
      x509_extensions = authority
      [name]
      [authority]
      basicConstraints = critical,CA:TRUE
      """
    try text.write(toFile: path("openssl.cnf"), atomically: true, encoding: .utf8)
    return path("openssl.cnf")
  }

  /// Runs a server that answers every request with a page about its connection.
  func withServer(
    _ certificate: String,
    _ options: [String] = [],
    _ body: (_ port: Int) async throws -> Void
  ) async throws {
    let arguments =
      ["s_server", "-accept", "127.0.0.1:0", "-www"]
      + ["-cert", path("\(certificate).pem"), "-key", path("\(certificate).key")] + options
    let output = Pipe()
    let process = try SpawnedProcess(
      ["openssl"] + arguments,
      output: output.fileHandleForWriting
    )
    defer {
      // SIGTERM is blocked in what a thread of the concurrency pool starts.
      kill(process.id, SIGKILL)
      _ = process.wait()
    }
    try output.fileHandleForWriting.close()
    var text = ""
    while true {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(arguments: arguments) }
      text += String(decoding: data, as: UTF8.self)
      // ACCEPT 127.0.0.1:43210
      if let accept = text.firstRange(of: "ACCEPT 127.0.0.1:"), text.hasSuffix("\n"),
        let port = Int(text[accept.upperBound...].prefix { $0.isNumber })
      {
        return try await body(port)
      }
    }
  }
}
