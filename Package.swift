// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "keystone-seed",
  products: [
    .library(name: "KeystoneClient", targets: ["KeystoneClient"]),
    .executable(name: "keystone-seed", targets: ["keystone-seed"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibcurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .target(name: "IdentityModel"),
    .target(name: "KeystoneClient", dependencies: ["CLibcurl"]),
    .target(
      name: "SeedFormat",
      dependencies: ["IdentityModel", .product(name: "Yams", package: "Yams")]
    ),
    .target(name: "Reconciliation", dependencies: ["IdentityModel"]),
    .target(
      name: "Convergence",
      dependencies: ["IdentityModel", "KeystoneClient", "Reconciliation"]
    ),
    .target(
      name: "KeystoneSeedCLI",
      dependencies: [
        "Convergence",
        "IdentityModel",
        "KeystoneClient",
        "Reconciliation",
        "SeedFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "keystone-seed", dependencies: ["KeystoneSeedCLI"]),

    .target(name: "FuzzSupport", path: "Tests/FuzzSupport"),
    .testTarget(name: "IdentityModelTests", dependencies: ["IdentityModel"]),
    .testTarget(
      name: "SeedFormatTests",
      dependencies: ["FuzzSupport", "IdentityModel", "SeedFormat"]
    ),
    .testTarget(name: "ReconciliationTests", dependencies: ["IdentityModel", "Reconciliation"]),
    .testTarget(
      name: "ConvergenceTests",
      dependencies: ["Convergence", "IdentityModel", "KeystoneClient", "Reconciliation"]
    ),
    .testTarget(name: "KeystoneClientTests", dependencies: ["KeystoneClient"]),
    .testTarget(
      name: "KeystoneSeedCLITests",
      dependencies: ["KeystoneSeedCLI", "IdentityModel", "KeystoneClient"]
    ),
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
