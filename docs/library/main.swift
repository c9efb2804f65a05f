import Glibc
import KeystoneClient

guard let url = getenv("OS_AUTH_URL"), let password = getenv("OS_PASSWORD") else { exit(64) }
let login = V3Credentials.password(
  .name("admin", domain: .default),
  Secret(String(cString: password)),
  scope: .project(.name("admin", domain: .default))
)
let keystone = V3Client(
  endpoint: String(cString: url),
  authentication: .login(login),
  transport: try CurlTransport()
)

for user in try await keystone.users(ofDomain: "default") { print(user.name) }

let nova = V3NewUser(name: "nova", domainID: "default", password: Secret("a secret"))
print("made \(try await keystone.createUser(nova).name)")
do throws(KeystoneError) {
  _ = try await keystone.createUser(nova)
} catch {
  guard error.isConflict else { throw error }
  print("nova is there")
}
