/// A language the program speaks: the name of a label table's file.
package struct LabelLanguage: RawRepresentable, CaseIterable, Hashable, Sendable {
  package let rawValue: String

  /// Nil for a language without a table.
  package init?(rawValue: String) {
    guard let language = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = language
  }

  private init(table: String) { rawValue = table }

  package static let ja = LabelLanguage(table: "ja")
  package static let en = LabelLanguage(table: "en")

  /// Those that have a table, Japanese first.
  package static let allCases = of(files: EmbeddedResources.files.map(\.name))

  static func of(files: [String]) -> [LabelLanguage] {
    [ja]
      + files.filter { $0.hasSuffix(".tsv") && $0 != "ja.tsv" }
      .sorted().map { LabelLanguage(table: String($0.dropLast(4))) }
  }

  /// The language that this one is a way of speaking: `ja` of `ja-simple` (BCP 47); else itself.
  package var base: LabelLanguage {
    Self(rawValue: String(rawValue.prefix { $0 != "-" })) ?? self
  }

  /// What speaks where its table has no text: what it is a way of speaking, else English.
  var reserve: LabelLanguage { base == self ? .en : base }

  /// The one that a key which changes the language changes to: of several ways to speak one language
  /// only the one that is spoken now.
  package var next: LabelLanguage { next(at: self) }

  /// The same for somebody who changed it before.
  ///
  /// - Parameter home: the way of speaking its language that they come back to.
  package func next(at home: LabelLanguage) -> LabelLanguage {
    let cycle = Self.allCases.filter { $0.base == $0 }.map { $0 == home.base ? home : $0 }
    let index = cycle.firstIndex { $0.base == base } ?? 0
    return cycle[(index + 1) % cycle.count]
  }

  /// The one after it among all that there are.
  package var following: LabelLanguage {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// All of them as the command line and the configuration take them: `ja|en`.
  package static var choices: String { allCases.map(\.rawValue).joined(separator: "|") }

  /// The language to speak: what the command line says, else the person's saved choice, else the
  /// locale, else Japanese.
  ///
  /// - Parameters:
  ///   - argument: what follows `--lang`.
  ///   - saved: what the person chose before, by its code.
  ///   - environment: the process's; of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is not
  ///     empty counts, as POSIX has it.
  package static func chosen(
    argument: String? = nil, saved: String? = nil, environment: [String: String]
  ) -> LabelLanguage {
    argument.flatMap(Self.init(rawValue:)) ?? saved.flatMap(Self.init(rawValue:))
      ?? ofLocale(in: environment) ?? .ja
  }

  /// The language of the locale; nil where there is none.
  ///
  /// A language without a table, `C` and `POSIX` mean English: more people can read it.
  private static func ofLocale(in environment: [String: String]) -> LabelLanguage? {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale else { return nil }
    let name = String(locale.prefix { !"_.@".contains($0) }).lowercased()
    // Old systems call the Japanese locale `japanese`.
    return Self(rawValue: name) ?? (name.hasPrefix("ja") ? .ja : .en)
  }
}
