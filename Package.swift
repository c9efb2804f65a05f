// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "keystone-seed",
  products: [
    .library(name: "KeystoneClient", targets: ["KeystoneClient"]),
    .executable(name: "keystone-seed", targets: ["keystone-seed"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "IdentityModel"),
    .target(name: "KeystoneClient"),
    .target(
      name: "KeystoneSeedCLI",
      dependencies: [
        "IdentityModel",
        "KeystoneClient",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "keystone-seed", dependencies: ["KeystoneSeedCLI"]),
    .testTarget(
      name: "KeystoneSeedCLITests",
      dependencies: ["KeystoneSeedCLI", "IdentityModel", "KeystoneClient"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
