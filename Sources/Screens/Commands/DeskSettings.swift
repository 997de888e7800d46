package import Cells
package import Labels

/// What a person's configuration file says about their desk.
package struct DeskSettings: Hashable, Sendable {
  /// The language to open in; nil leaves it to what was chosen before.
  package var language: LabelLanguage?
  /// How dates are written; nil for the language's own way.
  package var dates: DateStyle?
  package var look = LookWishes()
  /// How the desk is shown; nil leaves it to what the terminal can do.
  package var output: DeskOutput?
  /// Which screens stand in the bar, in which order; nil for all of them.
  package internal(set) var screens: [BarScreen]?
  package var commands = CommandSet.standard

  package init() {}
}

/// How the desk is shown.
package enum DeskOutput: String, CaseIterable, Sendable {
  /// Painted over the whole terminal.
  case screen
  /// Said line by line.
  case linear
}
