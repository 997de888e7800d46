package import Casework
package import Labels

/// What the wizard asks of the file of a sheet, and of the store.
package struct SheetRequest: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    /// The folders and sheets of a folder.
    case folder
    /// What each column becomes.
    case columns
    /// What would become of the rows.
    case check
    case write
  }

  package internal(set) var step = Step.folder
  /// As it was typed; of the folder where the desk was started, unless it says another.
  package internal(set) var path = ""
  package internal(set) var kind: RecordKind
  /// Nil for the only one, or the first that has rows.
  package internal(set) var sheet: String?
  /// By the name of its words; nil to find it.
  package internal(set) var encoding: String?
  package internal(set) var choices = SheetChoices()
  /// What was remembered of the last sheet of the same header is not wanted.
  package internal(set) var ignoresRemembered = false
  /// What the file was when somebody decided about it; nil before.
  package internal(set) var print: Int?
  /// The rows that stay out, by their numbers, and why.
  package internal(set) var leftOut: [Int: [FieldProblem]] = [:]
  package internal(set) var language: LabelLanguage

  package init(_ kind: RecordKind, in language: LabelLanguage) {
    self.kind = kind
    self.language = language
  }
}

/// What is answered to it.
package enum SheetReply: Hashable, Sendable {
  /// The folder by its whole path, what is in it, and how many entries there are besides.
  case folder(String, [SheetFile], more: Int)
  case columns(SheetShape)
  case checked(SheetCheck)
  /// What came in, and where the rows are that stayed out.
  case written(SheetCheck, refusedFile: String?)
  /// The file is another than it was when somebody decided about it.
  case changed
  /// It cannot be read as a sheet, and why.
  case unread(String, SheetFault)
  case working(WorkProgress)
  /// The store did not do it, or somebody stopped it.
  case refused(Refusal)
}

/// What is to be decided before a file can be read.
package enum SheetFault: Hashable, Sendable {
  /// Several sheets may be meant.
  case whichSheet([String])
  /// It may be in several encodings, or in none.
  case whichEncoding([String])
  case other
}

/// A folder, or a file that may be a sheet.
package struct SheetFile: Hashable, Sendable {
  package let name: String
  package let isFolder: Bool
  /// In bytes; and the day it was written.
  package let size: Int
  package let day: CivilDate?

  package init(_ name: String, isFolder: Bool, size: Int = 0, day: CivilDate? = nil) {
    self.name = name
    self.isFolder = isFolder
    self.size = size
    self.day = day
  }
}
