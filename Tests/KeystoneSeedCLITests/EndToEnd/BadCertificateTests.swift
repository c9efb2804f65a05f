import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite("A certificate that does not match is one clear message")
struct BadCertificateTests {
  private static let isPossible = ["/usr/bin/openssl", "/bin/openssl", "/usr/local/bin/openssl"]
    .contains(where: InputFile.isFile)

  /// Who the certificate is for, who signed it, and what the message says.
  private static let certificates = [
    (
      host: "DNS:keystone.example.com", isTrusted: true,
      words: "certificate is for another host (", hint: "Give the address by the host name"
    ),
    (
      host: "IP:127.0.0.1", isTrusted: false,
      words: "certificate is signed by an unknown CA (", hint: "--os-cacert FILE (OS_CACERT)"
    ),
  ]

  @Test(.enabled(if: isPossible, "needs the openssl command"), arguments: certificates)
  func `one of another host, or of nobody's`(
    host: String,
    isTrusted: Bool,
    words: String,
    hint: String
  ) async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      try await withServer(host, lab) { port in
        let run = await lab.run(
          ["apply"]
            + (isTrusted ? ["--os-cacert", "\(lab.directory.path)/certificate.pem"] : []),
          environment: ["OS_SERVICE_ENDPOINT": "https://127.0.0.1:\(port)/v2.0"]
        )
        #expect(run.status == .failure)
        #expect(run.output.isEmpty)
        #expect(run.error.contains(words), "\(run.error)")
        #expect(run.error.contains(hint), "\(run.error)")
        #expect(run.error.contains("--os-cacert") == !isTrusted)
        #expect(run.error.contains("--insecure trusts any certificate"))
        #expect(run.requests.isEmpty)
      }
    }
  }

  /// Runs a TLS server with a certificate that signs itself.
  private func withServer(
    _ host: String,
    _ lab: Lab,
    _ body: (_ port: Int) async throws -> Void
  ) async throws {
    let script = """
      \(ProgramProcess.lettingGo)
      cd "$0" && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
        -subj /CN=test -addext "subjectAltName=$1" -keyout key.pem -out certificate.pem 2>log &&
      exec openssl s_server -www -accept 127.0.0.1:0 -key key.pem -cert certificate.pem 2>>log
      """
    let (id, output) = try ChildProcess.spawn(
      ["/bin/bash", "-c", script, lab.directory.path, host],
      ["PATH": "/usr/local/bin:/usr/bin:/bin"]
    )
    defer {
      output.close()
      kill(id, SIGKILL)
      waitpid(id, nil, 0)
    }
    let port = try await Background { try Self.port(in: output) }.value
    try await body(port)
  }

  /// Reads the port off a line such as `ACCEPT 127.0.0.1:43210`.
  private static func port(in output: Descriptor) throws -> Int {
    var text = ""
    while true {
      let bytes = try output.read(atMost: 4096)
      try #require(!bytes.isEmpty, "openssl ended: \(text)")
      text += String(decoding: bytes, as: UTF8.self)
      if let match = text.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)\n/) {
        return try #require(Int(match.1))
      }
    }
  }
}
