import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct CloudsFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func usualPlacesAreLookedAtInOrder() {
    let context = CommandContext.test(
      environment: ["HOME": "/home/me"],
      currentDirectory: "/here"
    )
    #expect(
      CloudsFile.searchPaths(in: context) == [
        "/here/clouds.yaml", "/home/me/.config/openstack/clouds.yaml",
        "/etc/openstack/clouds.yaml",
      ]
    )
  }

  @Test func namedFileStandsAlone() {
    let context = CommandContext.test(
      environment: ["OS_CLIENT_CONFIG_FILE": "my.yaml"],
      currentDirectory: "/here"
    )
    #expect(CloudsFile.searchPaths(in: context) == ["/here/my.yaml"])
  }

  @Test func entryIsFound() throws {
    let path = try directory.write("the text", to: "clouds.yaml")
    let cloud = try CloudsFile.cloud(
      named: "lab",
      in: .test(currentDirectory: directory.path)
    ) { bytes, decodedPath in
      #expect(bytes == Array("the text".utf8))
      #expect(decodedPath == path)
      return ["lab": CloudEntry(username: "me")]
    }
    #expect(cloud == Cloud(name: "lab", entry: CloudEntry(username: "me")))
  }

  @Test func missingEntryListsThoseThatExist() throws {
    let path = try directory.write("", to: "clouds.yaml")
    #expect(
      throws: CloudsFileError.missingEntry(cloud: "lab", path: path, names: ["a", "b"])
    ) {
      try CloudsFile.cloud(named: "lab", in: .test(currentDirectory: directory.path)) { _, _ in
        ["b": CloudEntry(), "a": CloudEntry()]
      }
    }
  }

  @Test func missingFileListsWhereItWasLookedFor() throws {
    let context = CommandContext.test(
      environment: ["OS_CLIENT_CONFIG_FILE": "none.yaml"],
      currentDirectory: directory.path
    )
    #expect(
      throws: CloudsFileError.missingFile(
        cloud: "lab",
        searched: ["\(directory.path)/none.yaml"]
      )
    ) {
      try CloudsFile.cloud(named: "lab", in: context) { _, _ in [:] }
    }
  }
}
