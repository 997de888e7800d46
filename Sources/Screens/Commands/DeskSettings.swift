package import Cells
package import Labels

/// What a person's configuration file says about their desk.
package struct DeskSettings: Hashable, Sendable {
  /// The language to open in; nil leaves it to what was chosen before.
  package var language: LabelLanguage?
  package var dates = DateStyle.iso
  package var look = LookWishes()
  package var commands = CommandSet.standard

  package init() {}
}
