/// A language the program speaks: the name of a label table's file.
package enum LabelLanguage: String, CaseIterable, Sendable {
  case ja
  case en

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

  /// `en_GB.UTF-8` is English; `C`, `POSIX` and languages without a table say nothing.
  private static func ofLocale(in environment: [String: String]) -> LabelLanguage? {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { locale in
      Self(rawValue: String(locale.prefix { !"_.@".contains($0) }))
    }
  }
}
