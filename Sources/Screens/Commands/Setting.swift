import Cells
import Labels

/// What a person can set beside the keys of commands; its remark is in the label tables under
/// `setting.<name>`.
package enum Setting: String, CaseIterable, Sendable {
  /// The language to open in.
  case lang
  /// How dates are written.
  case date
  /// With which signs lines are drawn.
  case chrome
  /// With which colours.
  case palette
  /// Painted over the terminal, or said line by line.
  case output
  /// Whether every byte to the terminal counts.
  case link
  /// Which screens stand in the bar, in their order.
  case screens

  /// What it can be, as it is written.
  package var values: [String] {
    switch self {
    case .lang: LabelLanguage.allCases.map(\.rawValue)
    case .date: DateStyle.allCases.map(\.rawValue) + [Self.auto]
    case .chrome: Chrome.allCases.map(\.rawValue) + [Self.auto]
    case .palette: Palette.Scheme.allCases.map(\.rawValue) + [Self.auto]
    case .output: DeskOutput.allCases.map(\.rawValue) + [Self.auto]
    case .link: TerminalFacts.Link.allCases.map(\.rawValue) + [Self.auto]
    case .screens: BarScreen.allCases.map(\.rawValue) + [Self.auto]
    }
  }

  /// Whether it is a list of such words, none of them twice.
  var takesSeveral: Bool { self == .screens }

  /// What leaves it to the program.
  package static let auto = "auto"

  /// What a person's settings have it be; nil where they leave it to the program.
  package func value(in settings: DeskSettings) -> String? {
    switch self {
    case .lang: settings.language?.rawValue
    case .date: settings.dates?.rawValue
    case .chrome: settings.look.chrome?.rawValue
    case .palette: settings.look.palette?.rawValue
    case .output: settings.output?.rawValue
    case .link: settings.look.link?.rawValue
    case .screens: settings.screens?.map(\.rawValue).joined(separator: " ")
    }
  }

  /// Without words it is left to the program.
  func set(_ words: [String], in settings: inout DeskSettings) throws(CommandSet.Conflict) {
    let value = words.first
    switch self {
    case .lang: settings.language = value.flatMap(LabelLanguage.init(rawValue:))
    case .date: settings.dates = value.flatMap(DateStyle.init(rawValue:))
    case .chrome: settings.look.chrome = value.flatMap(Chrome.init(rawValue:))
    case .palette: settings.look.palette = value.flatMap(Palette.Scheme.init(rawValue:))
    case .output: settings.output = value.flatMap(DeskOutput.init(rawValue:))
    case .link: settings.look.link = value.flatMap(TerminalFacts.Link.init(rawValue:))
    case .screens:
      try settings.show(words.isEmpty ? nil : words.compactMap(BarScreen.init(rawValue:)))
    }
  }
}
