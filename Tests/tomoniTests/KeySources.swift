import Foundation

/// What the sources say of the keys of the label tables.
struct KeySources {
  /// The texts between two quotation marks that may be keys.
  private(set) var literals: Set<String> = []
  /// What keys end with that are made of another key, as `reading` in `key + ".reading"`.
  private(set) var endings: Set<String> = []
  /// The beginnings of keys that are put together, as `weekday.` in `"weekday.\(day)"`, each with
  /// the module that does so.
  private var beginnings: Set<[String]> = []
  /// Short texts and the cases of enumerations, by module.
  private var names: [String: Set<String>] = [:]

  /// Which modules name what another puts together beside its own and `Casework`'s names.
  private static let alsoNaming = ["tomoni": ["Screens", "Labels"], "Screens": ["Labels"]]

  init() {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? FileManager.DirectoryEnumerator()
    where file.pathExtension == "swift" {
      let module = file.path.dropFirst(sources.path.count + 1).prefix { $0 != "/" }
      // What the fictional organisation says stands in tables of its own.
      if module == "Demo" { continue }
      take((try? String(contentsOf: file, encoding: .utf8)) ?? "", of: String(module))
    }
  }

  /// Whether some module puts the key together from a beginning and names it knows.
  func putTogether(_ key: String) -> Bool {
    beginnings.contains { beginning in
      guard key.hasPrefix(beginning[0]), key.count > beginning[0].count else { return false }
      let modules = [beginning[1], "Casework"] + (Self.alsoNaming[beginning[1]] ?? [])
      return key.dropFirst(beginning[0].count).split(separator: ".").allSatisfy { part in
        Int(part) != nil || modules.contains { names[$0]?.contains(String(part)) ?? false }
      }
    }
  }

  private mutating func take(_ source: String, of module: String) {
    for text in source.split(separator: "\"", omittingEmptySubsequences: true) {
      if text.allSatisfy(Self.isOfKey) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        switch (parts.first, parts.last) {
        case ("", _): endings.insert(String(parts.last ?? ""))
        case (_, ""): beginnings.insert([String(text), module])
        case _ where parts.count == 1: names[module, default: []].insert(String(text))
        default: literals.insert(String(text))
        }
        continue
      }
      if let hole = text.firstRange(of: "\\("), text[..<hole.lowerBound].hasSuffix("."),
        text[..<hole.lowerBound].allSatisfy(Self.isOfKey)
      {
        beginnings.insert([String(text[..<hole.lowerBound]), module])
      }
      if let close = text.lastIndex(of: ")"), text[close...].hasPrefix(")."),
        text[close...].dropFirst(2).allSatisfy(\.isLetter)
      {
        endings.insert(String(text[close...].dropFirst(2)))
      }
    }
    for line in source.split(separator: "\n") {
      let words = line.drop { $0 == " " }
      guard words.hasPrefix("case "), !words.hasPrefix("case .") else { continue }
      for part in words.dropFirst(5).split(separator: ",") {
        let name = part.drop { " `".contains($0) }.prefix { $0.isLetter || $0.isNumber }
        names[module, default: []].insert(String(name))
      }
    }
  }

  private static func isOfKey(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
  }
}
