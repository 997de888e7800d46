// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// What `Tests/run` tests is optimised; what is built by hand is not, which builds faster.
let optimised: [SwiftSetting] =
  ProcessInfo.processInfo.environment["TOMONI_OPTIMISED"] == nil ? [] : [.unsafeFlags(["-O"])]

/// The compiler polices the house: what a file uses it must import, what crosses a module is
/// `package`, what is unsafe says so, and a warning stops the build.
let strict: [SwiftSetting] =
  optimised + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]

/// Tests keep the import rules but may handle pointers without marking each one.
let tests: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let embedded: [Target.PluginUsage] = ["EmbedResources"]
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")
/// Without it `expectNoDifference` only prints: no test would fail.
let issueReporting: Target.Dependency = .product(
  name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func testing(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport", customDump, issueReporting],
    swiftSettings: tests)
}

let package = Package(
  name: "tomoni",
  products: [
    .executable(name: "tomoni", targets: ["tomoni"]),
    .executable(name: "tomoni-print", targets: ["tomoni-print"]),
    .executable(name: "tomoni-plan", targets: ["tomoni-plan"]),
  ],
  // Exactly these: a build on another day is the build that was tested.
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", exact: "1.13.1"),
  ],
  targets: [
    module("Casework", ["Fold"], plugins: embedded),
    module("Fold", plugins: embedded),
    module("CaseStore", ["Casework", "CSystem", "Fold", grdb, sqlite, crypto], plugins: embedded),
    module("Exchange", ["Casework", "CSheets", "Fold", "Labels", "Wording"]),
    module("Labels", plugins: embedded),
    module("Wording", ["Casework", "Labels", mustache], plugins: embedded),
    module("Demo", ["Casework", "CaseStore"], plugins: embedded),
    module("Cells"),
    module("Widgets", ["Cells"]),
    module("Screens", ["Casework", "Fold", "Labels", "Wording", "Cells", "Widgets"]),
    .target(
      name: "CNcurses",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CSheets"),
    .target(
      name: "CSystem", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("sqlite3")]),
    module("Terminal", ["Cells", "CNcurses"]),
    .executableTarget(
      name: "tomoni",
      dependencies: [
        "Casework", "CaseStore", "Exchange", "Fold", "Labels", "Wording", "Cells", "Demo",
        "Screens", "Terminal", "CSystem", arguments,
      ],
      swiftSettings: strict, plugins: embedded),

    // Papers as PDF: a program of its own, so that the desk is linked to no font and no drawing.
    .systemLibrary(
      name: "CPango", path: "Sources/CPrint/Pango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(
      name: "CQrencode", path: "Sources/CPrint/Qrencode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),
    .target(
      name: "CPrint", dependencies: ["CPango", "CQrencode"], exclude: ["Pango", "Qrencode"],
      linkerSettings: [
        .linkedLibrary("pangocairo-1.0"), .linkedLibrary("pango-1.0"),
        .linkedLibrary("gobject-2.0"), .linkedLibrary("glib-2.0"), .linkedLibrary("cairo"),
        .linkedLibrary("qrencode"),
      ]),
    .executableTarget(
      name: "tomoni-print", dependencies: ["CPrint"], path: "Sources/Print",
      swiftSettings: strict, plugins: embedded),

    // Plans over time: a program of its own, so that the desk is linked to no solver.
    .systemLibrary(
      name: "CCbc", path: "Sources/CPlan/Cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .target(
      name: "CPlan", dependencies: ["CCbc"], exclude: ["Cbc"],
      linkerSettings: [.linkedLibrary("CbcSolver")]),
    .executableTarget(
      name: "tomoni-plan", dependencies: ["CPlan"], path: "Sources/Plan", swiftSettings: strict),

    .executableTarget(name: "ResourceEmbedder", path: "Sources/Tools/ResourceEmbedder"),
    .plugin(
      name: "EmbedResources", capability: .buildTool(), dependencies: ["ResourceEmbedder"],
      path: "Sources/Tools/EmbedResources"),

    .target(
      name: "CTestSupport", path: "Tests/CTestSupport", cSettings: [.define("_GNU_SOURCE")]),
    .target(
      name: "CVTerm", path: "Tests/CVTerm", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .target(
      name: "TestSupport", dependencies: ["Casework", "Cells", "CTestSupport", "CVTerm"],
      path: "Tests/TestSupport", swiftSettings: tests),
    .executableTarget(
      name: "StoreWriter", dependencies: ["CaseStore", "Casework"], path: "Tests/StoreWriter",
      swiftSettings: tests),
    .executableTarget(
      name: "sheet-fuzz",
      dependencies: ["Casework", "Exchange", "Labels", "TestSupport", "Wording"],
      path: "Tests/SheetFuzz", swiftSettings: tests),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CVTerm", "CaseStore", "Casework", "Cells", "TestSupport", "bare-desk", "tomoni",
        "tomoni-plan", grdb,
      ],
      path: "Tests/Benchmarks", swiftSettings: tests),
    .executableTarget(
      name: "bare-desk", path: "Tests/BareDesk",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo"), .linkedLibrary("sqlite3"),
      ]),
    .executableTarget(
      name: "terminal-probe",
      dependencies: [
        "Casework", "Cells", "CSystem", "DeskWorld", "Labels", "Screens", "Terminal",
      ],
      path: "Tests/TerminalProbe", swiftSettings: tests),
    .target(
      name: "DeskWorld",
      dependencies: [
        "Casework", "Cells", "Labels", "Screens", "TestSupport", "Widgets", "Wording",
      ],
      path: "Tests/DeskWorld", swiftSettings: tests),
    testing("CaseworkTests", ["Casework"]),
    testing("FoldTests", ["Fold"]),
    testing(
      "CaseStoreTests",
      ["CaseStore", "Casework", "Fold", "Labels", "Wording", grdb, sqlite, crypto, "StoreWriter"]),
    testing("LabelsTests", ["Labels", "Casework", "Cells", "Fold"]),
    testing("WordingTests", ["Wording", "Casework", "Labels"]),
    testing("ExchangeTests", ["Exchange", "Wording", "Labels", "Casework", "sheet-fuzz"]),
    testing(
      "ScreensTests", ["Screens", "Casework", "Cells", "DeskWorld", "Labels", "Widgets", "Wording"]),
    testing("EndToEndTests", ["tomoni", "Cells", "Casework", "CaseStore", "Labels", grdb]),
    testing("CellsTests", ["Cells"]),
    testing("WidgetsTests", ["Widgets", "Cells"]),
    testing("DemoTests", ["Demo", "Casework", "CaseStore", "Fold", "Screens", grdb]),
    testing("PrintTests", ["tomoni-print"]),
    testing("CSystemTests", ["CSystem", "Cells", "terminal-probe"]),
    testing(
      "TerminalTests", ["Cells", "DeskWorld", "Labels", "Screens", "Terminal", "terminal-probe"]),
    testing(
      "tomoniTests",
      [
        "tomoni", "tomoni-plan", "tomoni-print", "Casework", "CaseStore", "Cells", "Demo",
        "DeskWorld", "Labels",
        "Screens", "Widgets", "Wording", grdb, arguments,
      ]),
  ],
  swiftLanguageModes: [.v6]
)
