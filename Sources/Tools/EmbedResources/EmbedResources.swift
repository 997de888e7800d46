import Foundation
import PackagePlugin

/// Turns the folders of `Resources` that a module owns into Swift string literals, so that the
/// program is one file and needs nothing beside it.
@main
struct EmbedResources: BuildToolPlugin {
  /// Which folders of `Resources` each module carries.
  static let folders = [
    "Labels": ["Labels"], "CaseStore": ["Schema"], "Casework": ["Tables"],
    "Demo": ["Demo"], "Fold": ["Tables/Folding"], "tomoni": ["Deploy/Machine"],
    "Wording": ["Papers", "Papers/Texts"], "tomoni-print": ["Papers/Fonts"],
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let resources = context.package.directoryURL.appending(path: "Resources")
    let inputs = try (Self.folders[target.name] ?? []).flatMap { folder in
      let directory = resources.appending(path: folder)
      guard FileManager.default.fileExists(atPath: directory.path) else { return [URL]() }
      return try FileManager.default
        .contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        .filter { !$0.hasDirectoryPath }
        .sorted { $0.path < $1.path }
    }
    let git = target.name == "tomoni" ? Self.gitFolder(of: context.package.directoryURL) : nil
    // The second grows with every commit.
    let heads = git.map { [$0.appending(path: "HEAD"), $0.appending(path: "logs/HEAD")] } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedResources.swift")
    return [
      .buildCommand(
        displayName: "Embedding resources of \(target.name)",
        executable: try context.tool(named: "ResourceEmbedder").url,
        arguments: [output.path, git?.path ?? ""] + inputs.map(\.path),
        inputFiles: inputs + heads.filter { FileManager.default.fileExists(atPath: $0.path) },
        outputFiles: [output])
    ]
  }

  /// Where git keeps what it knows of the checkout, its own one or a worktree; nil without git.
  private static func gitFolder(of package: URL) -> URL? {
    let git = package.appending(path: ".git")
    var folder = git
    if let text = try? String(contentsOf: git, encoding: .utf8), text.hasPrefix("gitdir: ") {
      let path = text.dropFirst("gitdir: ".count).prefix { $0 != "\n" }
      folder = URL(filePath: String(path), relativeTo: package).absoluteURL
    }
    let head = folder.appending(path: "HEAD")
    return FileManager.default.fileExists(atPath: head.path) ? folder : nil
  }
}
