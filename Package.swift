// swift-tools-version: 6.3
import PackageDescription

/// Settings of every target: the language modes that will become the default, and no warning left standing.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "NaikKelas",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "naikkelas", targets: ["NaikKelas"]),
        // What the benchmarks, a package of their own, measure.
        .library(
            name: "NaikKelasRooms",
            targets: [
                "Registry", "Learning", "Journey", "Accounts", "Storage", "SQLiteStorage", "PostgreSQLStorage", "Nusantara", "Linkage",
                "Simulation",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // system
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CGD", pkgConfig: "gdlib", providers: [.apt(["libgd-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // ground
        .target(name: "Storage", dependencies: [logging]),
        .target(name: "SQLiteStorage", dependencies: ["Storage", grdb]),
        .target(name: "PostgreSQLStorage", dependencies: ["Storage", "CLibPQ"]),
        .target(name: "Nusantara"),
        .target(name: "Linkage", dependencies: ["Nusantara"]),
        .target(name: "Tabular", dependencies: ["CExpat", "CZip", "CZlib"]),
        .target(name: "Lessons", dependencies: ["CCMark", "CZip", crypto], resources: [.copy("Resources")]),
        .target(name: "Credentials", dependencies: ["Nusantara", crypto, cryptoExtras]),
        .target(
            name: "Marketplaces", dependencies: ["Nusantara", "CXLSXWriter", crypto, asyncHTTPClient, nioCore, nioHTTP1, logging],
            resources: [.copy("Resources")]),

        // hall
        .target(name: "Accounts", dependencies: ["Storage", "Nusantara", crypto, cryptoExtras]),
        .target(name: "Journey", dependencies: ["Storage", "Nusantara", "Linkage", "Accounts", crypto]),

        // rooms
        .target(name: "Registry", dependencies: ["Journey", "Accounts", "Storage", "Nusantara", "Linkage", "Tabular", logging]),

        .target(
            name: "Learning", dependencies: ["Journey", "Accounts", "Storage", "Nusantara", "Linkage", "Credentials", "Lessons"],
            resources: [.copy("Resources")]),

        .target(
            name: "Catalogue",
            dependencies: ["Marketplaces", "Journey", "Accounts", "Storage", "Nusantara", "Tabular", "CGD", "CXLSXWriter", crypto]),
        .target(
            name: "Sales", dependencies: ["Catalogue", "Marketplaces", "Journey", "Accounts", "Storage", "Nusantara", "Tabular", logging]),

        // faces
        .target(
            name: "Web",
            dependencies: [
                "Registry", "Learning", "Catalogue", "Sales", "Marketplaces", "Lessons", "Credentials", "Journey", "Accounts", "Storage",
                "Nusantara",
                "Linkage", "Tabular", "CPango", "CQREncode", "CZlib",
                crypto,
                httpTypes, hummingbird, mustache, logging, nioCore, nioPosix, serviceLifecycle,
            ],
            resources: [.copy("Resources")]),

        // top
        .target(name: "Simulation", dependencies: ["Nusantara", "CXLSXWriter"]),
        .target(
            name: "MarketplaceSimulator",
            dependencies: [crypto, asyncHTTPClient, httpTypes, hummingbird, logging, nioCore, nioHTTP1, serviceLifecycle]),
        .executableTarget(
            name: "NaikKelas",
            dependencies: [
                "Web", "Registry", "Learning", "Catalogue", "Sales", "Marketplaces", "MarketplaceSimulator", "Journey", "Accounts",
                "Storage", "SQLiteStorage",
                "PostgreSQLStorage", "Nusantara",
                "Linkage", "Tabular", "Lessons",
                "Credentials", "Simulation", "CGD", argumentParser, asyncHTTPClient, configuration, crypto, hummingbird, logging, nioCore,
                serviceLifecycle,
                unixSignals,
            ]),

        // tests
        .target(
            name: "StorageTesting", dependencies: ["Storage", "SQLiteStorage", "PostgreSQLStorage"],
            path: "Tests/StorageTesting"),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "SQLiteStorage", "PostgreSQLStorage", "StorageTesting"]),
        .testTarget(name: "NusantaraTests", dependencies: ["Nusantara"]),
        .testTarget(name: "LinkageTests", dependencies: ["Linkage", "Nusantara"]),
        .testTarget(name: "TabularTests", dependencies: ["Tabular", "CZip"]),
        .testTarget(name: "LessonsTests", dependencies: ["Lessons", "CZip"]),
        .testTarget(
            name: "MarketplacesTests", dependencies: ["Marketplaces", "MarketplaceSimulator", "StorageTesting", "Nusantara", crypto]),
        .testTarget(name: "CredentialsTests", dependencies: ["Credentials", "Nusantara"]),
        .testTarget(name: "AccountsTests", dependencies: ["Accounts", "Storage", "StorageTesting", "Nusantara", crypto]),
        .testTarget(name: "JourneyTests", dependencies: ["Journey", "Accounts", "Storage", "StorageTesting", "Nusantara"]),
        .testTarget(
            name: "RegistryTests",
            dependencies: ["Registry", "Journey", "Accounts", "Storage", "StorageTesting", "Nusantara", "Linkage", "Tabular", "Simulation"]),
        .testTarget(
            name: "LearningTests",
            dependencies: [
                "Learning", "Lessons", "Credentials", "Journey", "Accounts", "Storage", "StorageTesting", "Nusantara", "Linkage",
            ]),
        .testTarget(
            name: "SalesTests",
            dependencies: [
                "Sales", "Catalogue", "Marketplaces", "MarketplaceSimulator", "Journey", "Accounts", "Storage", "StorageTesting",
                "Nusantara",
                asyncHTTPClient, hummingbird, logging,
            ]),
        .testTarget(
            name: "CatalogueTests",
            dependencies: ["Catalogue", "Marketplaces", "Journey", "Accounts", "Storage", "StorageTesting", "Nusantara", "Tabular", "CGD"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Registry", "Learning", "Catalogue", "Sales", "Marketplaces", "MarketplaceSimulator", "Lessons", "Credentials",
                "Journey", "Accounts", "Storage", "StorageTesting", "Nusantara", asyncHTTPClient,
                "CZlib",
                httpTypes,
                hummingbird,
                mustache,
                logging, nioCore,
            ]),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation", "Nusantara"]),
        .testTarget(
            name: "NaikKelasTests",
            dependencies: [
                "NaikKelas", "Registry", "Learning", "Journey", "Accounts", "Storage", "StorageTesting", "Nusantara", "Linkage",
                "Credentials", "Simulation",
                argumentParser,
                configuration, logging,
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = settings
}
