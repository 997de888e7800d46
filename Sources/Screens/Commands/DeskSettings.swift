package import Cells
package import Labels

/// What a person's configuration file says about their desk.
package struct DeskSettings: Hashable, Sendable {
  /// The language to open in; nil leaves it to what was chosen before.
  package var language: LabelLanguage?
  /// How dates are written; nil for the language's own way.
  package var dates: DateStyle?
  package var look = LookWishes()
  package var commands = CommandSet.standard

  package init() {}
}
