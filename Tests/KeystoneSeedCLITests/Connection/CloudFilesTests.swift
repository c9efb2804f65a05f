import IdentityModel
import SeedFormat
import Testing

@testable import KeystoneSeedCLI

@Suite struct CloudFilesTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func files(_ environment: [String: String] = [:]) -> CloudFiles {
    // The environment of the tests' user does not count.
    let own = ["HOME": directory.path + "/home", "XDG_CONFIG_DIRS": directory.path + "/xdg"]
    return CloudFiles(
      context: .test(
        environment: own.merging(environment) { $1 },
        currentDirectory: directory.path
      )
    )
  }

  @Test func usualPlacesAreLookedAtInOrder() {
    let context = CommandContext.test(
      environment: ["HOME": "/home/me", "XDG_CONFIG_HOME": "/my"],
      currentDirectory: "/here"
    )
    let folders = [
      "/here", "/my/openstack", "/home/me/.config/openstack", "/etc/xdg/openstack",
      "/etc/openstack",
    ]
    for kind in CloudFiles.Kind.allCases {
      #expect(
        CloudFiles(context: context).searchPaths(for: kind)
          == folders.flatMap { folder in
            ["yaml", "yml", "json"].map { "\(folder)/\(kind.rawValue).\($0)" }
          }
      )
    }
  }

  @Test func namedFileStandsAlone() {
    let files = files(["OS_CLIENT_CONFIG_FILE": "my.yaml", "OS_CLIENT_SECURE_FILE": "/s.yaml"])
    #expect(files.searchPaths(for: .clouds) == ["\(directory.path)/my.yaml"])
    #expect(files.searchPaths(for: .secure) == ["/s.yaml"])
  }

  @Test(arguments: [
    ("clouds.yaml", "clouds: {lab: {auth: {username: me}}}"),
    ("clouds.yml", "clouds: {lab: {auth: {username: me}}}"),
    ("clouds.json", #"{"clouds": {"lab": {"auth": {"username": "me"}}}}"#),
  ])
  func entryIsFound(name: String, text: String) throws {
    let path = try directory.write(text, to: name)
    let cloud = try files().cloud(named: "lab", region: nil)
    #expect(cloud.entry.username?.text == "me")
    #expect(cloud.entry.username?.place.hasPrefix("\(path):1:") == true)
    #expect(!cloud.isAskedFor)
  }

  @Test func secureFileHoldsThePassword() throws {
    try directory.write("clouds: {lab: {auth: {username: me, password: old}}}", to: "clouds.yaml")
    try directory.write("clouds: {lab: {auth: {password: sec}}, other: {}}", to: "secure.yaml")
    let cloud = try files().cloud(named: "lab", region: nil)
    #expect(cloud.entry.username?.text == "me")
    #expect(cloud.entry.password?.text == "sec")
    let named = try directory.write("clouds: {lab: {auth: {password: named}}}", to: "mine.yaml")
    let other = try files(["OS_CLIENT_SECURE_FILE": named]).cloud(named: "lab", region: nil)
    #expect(other.entry.password?.text == "named")
  }

  @Test func secureFileAloneIsEnough() throws {
    try directory.write("clouds: {lab: {auth: {username: me}}}", to: "secure.yaml")
    #expect(try files().cloud(named: "lab", region: nil).entry.username?.text == "me")
  }

  @Test func profileIsReadFromTheVendorsFile() throws {
    try directory.write(
      "clouds: {lab: {profile: vendor, auth: {username: me}}, odd: {profile: nobody}}",
      to: "clouds.yaml"
    )
    try directory.write(
      "public-clouds: {vendor: {auth: {auth_url: http://v}}}",
      to: "clouds-public.yaml"
    )
    let cloud = try files().cloud(named: "lab", region: nil)
    #expect(cloud.entry.authURL?.text == "http://v")
    #expect(cloud.missingProfile == nil)
    #expect(try files().cloud(named: "odd", region: nil).missingProfile == "nobody")
  }

  @Test func mistakesOfTheEntryAreAllTold() throws {
    let path = try directory.write(
      "clouds:\n  lab: {verify: maybe, auth: {username: [a]}}\n  fine: {}\n",
      to: "clouds.yaml"
    )
    let secure = try directory.write("clouds: {lab: [x]}", to: "secure.yaml")
    let lines = [
      "\(path):2:17: error: verify must be true or false, without quotes",
      "\(path):2:41: error: username must be a text, not a list",
      "\(secure):1:15: error: a cloud must be a mapping, not a list",
    ]
    #expect(throws: CloudsFileError.mistakes(cloud: "lab", lines: lines)) {
      try files().cloud(named: "lab", region: nil)
    }
    #expect(try files().cloud(named: "fine", region: nil).entry.username == nil)
  }

  @Test func regionHasToBeOneOfTheList() throws {
    try directory.write("clouds: {lab: {regions: [a, b]}}", to: "clouds.yaml")
    #expect(try files().cloud(named: "lab", region: "b").entry.region?.text == "b")
    #expect(throws: CloudsFileError.unknownRegion("c", cloud: "lab", known: ["a", "b"])) {
      try files().cloud(named: "lab", region: "c")
    }
  }

  @Test func missingEntryListsThoseThatExist() throws {
    let path = try directory.write("clouds: {b: {}, a: {}}", to: "clouds.yaml")
    #expect(
      throws: CloudsFileError.missingEntry(cloud: "lab", path: path, names: ["a", "b"])
    ) {
      try files().cloud(named: "lab", region: nil)
    }
  }

  @Test(arguments: ["OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE"])
  func namedFileThatIsMissingStops(variable: String) throws {
    if variable == "OS_CLIENT_SECURE_FILE" {
      try directory.write("clouds: {lab: {}}", to: "clouds.yaml")
    }
    #expect(
      throws: CloudsFileError.missingNamedFile(
        variable: variable,
        path: "\(directory.path)/none.yaml"
      )
    ) {
      try files([variable: "none.yaml"]).cloud(named: "lab", region: nil)
    }
  }

  @Test func missingFileListsWhereItWasLookedFor() throws {
    let files = files()
    let searched = files.searchPaths(for: .clouds)
    #expect(throws: CloudsFileError.missingFile(cloud: "lab", searched: searched)) {
      try files.cloud(named: "lab", region: nil)
    }
  }

  @Test func fileThatIsNoneIsSaidToBeInItsOwnLines() throws {
    let error = #expect(throws: UnreadableClouds.self) {
      try CloudFiles.entries(of: Array("clouds: [a\n".utf8), path: "/x/clouds.yaml")
    }
    let message = try #require(error).message
    #expect(message.summary == "clouds.yaml cannot be read")
    #expect(message.hints.count == 1)
    #expect(message.hints.allSatisfy { $0.hasPrefix("/x/clouds.yaml:") })
  }
}
