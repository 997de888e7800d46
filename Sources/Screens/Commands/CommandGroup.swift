/// What kind of thing a command does: the headings of help and manual.
package enum CommandGroup: String, CaseIterable, Sendable {
  case moving, screens, lists, logging, changing, viewing, program
}
