import Foundation
import PackagePlugin

/// Turns the folders of `Resources` that a module owns into Swift string literals, so that the
/// program is one file and needs nothing beside it.
@main
struct EmbedResources: BuildToolPlugin {
  /// Which folders of `Resources` each module carries.
  static let folders = [
    "Labels": ["Labels"], "CaseStore": ["Schema"], "Casework": ["Tables"],
    "Demo": ["Demo"], "Fold": ["Tables/Folding"],
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
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedResources.swift")
    return [
      .buildCommand(
        displayName: "Embedding resources of \(target.name)",
        executable: try context.tool(named: "ResourceEmbedder").url,
        arguments: [output.path] + inputs.map(\.path),
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
