// swift-tools-version: 6.2

import PackageDescription

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let nio = ["NIOConcurrencyHelpers", "NIOCore", "NIOHTTP1", "NIOPosix"].map {
  Target.Dependency.product(name: $0, package: "swift-nio")
}

let package = Package(
  name: "keystone-seed",
  products: [
    .library(name: "KeystoneClient", targets: ["KeystoneClient"]),
    .library(name: "KeystoneSandbox", targets: ["KeystoneSandbox"]),
    .executable(name: "keystone-seed", targets: ["keystone-seed"]),
    .executable(name: "keystone-sandbox", targets: ["keystone-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibcurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(
      name: "CLibyaml",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
    .systemLibrary(name: "CProcess"),

    .target(name: "Texts"),
    .target(name: "IdentityModel", dependencies: ["Texts"]),
    .target(name: "CurlHTTP", dependencies: ["CLibcurl", "Texts"]),
    .target(name: "KeystoneClient", dependencies: ["CurlHTTP", "Texts"]),
    .target(name: "SeedFormat", dependencies: ["CLibyaml", "IdentityModel", "Texts"]),
    .target(name: "Reconciliation", dependencies: ["IdentityModel", "Texts"]),
    .target(name: "Convergence", dependencies: ["IdentityModel", "Reconciliation", "Texts"]),
    .target(
      name: "IdentityBackends",
      dependencies: ["Convergence", "IdentityModel", "KeystoneClient", "Reconciliation", "Texts"]
    ),
    .target(
      name: "KeystoneSeedCLI",
      dependencies: [
        "CProcess", "Convergence", "CurlHTTP", "IdentityBackends", "IdentityModel",
        "KeystoneClient", "Reconciliation", "SeedFormat", "Texts", argumentParser,
      ]
    ),
    .executableTarget(name: "keystone-seed", dependencies: ["KeystoneSeedCLI"]),
    .target(name: "KeystoneSandbox", dependencies: ["CCrypt"] + nio),
    .executableTarget(name: "keystone-sandbox", dependencies: ["KeystoneSandbox", argumentParser]),

    .executableTarget(
      name: "core-benchmark",
      dependencies: [
        "Convergence", "IdentityBackends", "IdentityModel", "KeystoneClient", "Reconciliation",
        "SeedFormat", "Texts",
      ],
      path: "Benchmarks/Core"
    ),
    .executableTarget(
      name: "floor-benchmark",
      dependencies: ["KeystoneClient"],
      path: "Benchmarks/Floor"
    ),

    // What docs/library.md shows, with no more of the package than another one gets.
    .executableTarget(
      name: "library-example",
      dependencies: ["KeystoneClient"],
      path: "docs/library",
      packageAccess: false
    ),

    .target(
      name: "TestSupport",
      dependencies: ["IdentityModel", "Reconciliation"],
      path: "Tests/TestSupport"
    ),
    .target(name: "FuzzSupport", dependencies: ["TestSupport"], path: "Tests/FuzzSupport"),
    .target(name: "ServerSupport", dependencies: ["CurlHTTP"], path: "Tests/ServerSupport"),
    .testTarget(name: "TextsTests", dependencies: ["Texts"]),
    .testTarget(name: "IdentityModelTests", dependencies: ["IdentityModel", "Texts"]),
    .testTarget(name: "CurlHTTPTests", dependencies: ["CLibcurl", "CurlHTTP", "ServerSupport"]),
    .testTarget(
      name: "KeystoneClientTests",
      dependencies: ["FuzzSupport", "KeystoneClient", "ServerSupport", "TestSupport"]
    ),
    .testTarget(
      name: "SeedFormatTests",
      dependencies: ["FuzzSupport", "IdentityModel", "SeedFormat", "TestSupport", "Texts"]
    ),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: ["IdentityModel", "Reconciliation", "TestSupport", "Texts"]
    ),
    .testTarget(
      name: "ConvergenceTests",
      dependencies: ["Convergence", "IdentityModel", "Reconciliation", "TestSupport", "Texts"]
    ),
    .testTarget(
      name: "IdentityBackendsTests",
      dependencies: [
        "Convergence", "IdentityBackends", "IdentityModel", "KeystoneClient", "Reconciliation",
        "Texts",
      ]
    ),
    .testTarget(
      name: "KeystoneSeedCLITests",
      dependencies: [
        "Convergence", "FuzzSupport", "IdentityBackends", "IdentityModel", "KeystoneClient",
        "KeystoneSandbox", "KeystoneSeedCLI", "Reconciliation", "SeedFormat", "TestSupport",
        "Texts", "keystone-seed", "library-example", argumentParser,
      ]
    ),
    .testTarget(
      name: "KeystoneSandboxTests",
      dependencies: ["KeystoneClient", "KeystoneSandbox"] + nio
    ),
    .testTarget(
      name: "keystone-sandboxTests",
      dependencies: ["KeystoneSandbox", "keystone-sandbox", argumentParser]
    ),
    .testTarget(name: "ContractTests", dependencies: ["KeystoneClient", "KeystoneSandbox"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}

// The optimizer has found faults in the sources before, and takes ten minutes for the tests, in which
// there is nothing for it to find.
for target in package.targets where target.path?.hasPrefix("Tests/") ?? (target.type == .test) {
  target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
}
