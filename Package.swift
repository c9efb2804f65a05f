// swift-tools-version: 6.2

import PackageDescription

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
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
    .target(
      name: "KeystoneSandbox",
      dependencies: [
        "CCrypt",
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .executableTarget(
      name: "keystone-sandbox",
      dependencies: [
        "KeystoneSandbox",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    .testTarget(name: "IdentityModelTests", dependencies: ["IdentityModel"]),
    .testTarget(name: "SeedFormatTests", dependencies: ["IdentityModel", "SeedFormat"]),
    .testTarget(name: "ReconciliationTests", dependencies: ["IdentityModel", "Reconciliation"]),
    .testTarget(
      name: "ConvergenceTests",
      dependencies: ["Convergence", "IdentityModel", "KeystoneClient", "Reconciliation"]
    ),
    .testTarget(name: "KeystoneClientTests", dependencies: ["KeystoneClient"]),
    .testTarget(
      name: "KeystoneSeedCLITests",
      dependencies: [
        "Convergence",
        "IdentityModel",
        "KeystoneClient",
        "KeystoneSandbox",
        "KeystoneSeedCLI",
        "Reconciliation",
        "SeedFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(
      name: "KeystoneSandboxTests",
      dependencies: ["KeystoneClient", "KeystoneSandbox"]
    ),
    .testTarget(name: "keystone-sandboxTests", dependencies: ["keystone-sandbox"]),
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
