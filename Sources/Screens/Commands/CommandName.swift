/// The name of something a person can ask of the desk.
///
/// It is the command's key in the label tables (`command.<name>`) and, for one that changes data,
/// what the journal calls the change. A name is made by its row in the table; those below are named
/// elsewhere too.
package struct CommandName: RawRepresentable, Hashable, Sendable, CaseIterable {
  package let rawValue: String

  /// Nil for what no row of the table is called.
  package init?(rawValue: String) {
    guard CommandTable.names.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  fileprivate init(of row: String) { rawValue = row }

  package static var allCases: [CommandName] { CommandTable.all.map(\.name) }
}

extension CommandName: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(of: value) }
}

extension CommandName {
  package static let up = CommandName(of: "up")
  package static let down = CommandName(of: "down")
  package static let top = CommandName(of: "top")
  package static let bottom = CommandName(of: "bottom")
  package static let pageUp = CommandName(of: "pageUp")
  package static let pageDown = CommandName(of: "pageDown")
  package static let halfUp = CommandName(of: "halfUp")
  package static let halfDown = CommandName(of: "halfDown")
  package static let erase = CommandName(of: "erase")
  package static let twins = CommandName(of: "twins")
  package static let open = CommandName(of: "open")
  package static let back = CommandName(of: "back")
  package static let scrollDetailDown = CommandName(of: "scrollDetailDown")
  package static let scrollDetailUp = CommandName(of: "scrollDetailUp")
  package static let today = CommandName(of: "today")
  package static let cases = CommandName(of: "cases")
  package static let registers = CommandName(of: "registers")
  package static let filter = CommandName(of: "filter")
  package static let sort = CommandName(of: "sort")
  package static let cancel = CommandName(of: "cancel")
  package static let add = CommandName(of: "add")
  package static let importSheet = CommandName(of: "importSheet")
  package static let edit = CommandName(of: "edit")
  package static let status = CommandName(of: "status")
  package static let undo = CommandName(of: "undo")
  package static let redo = CommandName(of: "redo")
  package static let repeatLast = CommandName(of: "repeatLast")
  package static let drafts = CommandName(of: "drafts")
  package static let logHomestay = CommandName(of: "logHomestay")
  package static let logSalon = CommandName(of: "logSalon")
  package static let logPlacement = CommandName(of: "logPlacement")
  package static let logContact = CommandName(of: "logContact")
  package static let logNote = CommandName(of: "logNote")
  package static let logFollowUp = CommandName(of: "logFollowUp")
  package static let logDocument = CommandName(of: "logDocument")
  package static let logSupportCategory = CommandName(of: "logSupportCategory")
  package static let logProcedure = CommandName(of: "logProcedure")
  package static let logApplication = CommandName(of: "logApplication")
  package static let logDetention = CommandName(of: "logDetention")
  package static let logFee = CommandName(of: "logFee")
  package static let logAllowance = CommandName(of: "logAllowance")
  package static let logResidence = CommandName(of: "logResidence")
  package static let logWorkPermission = CommandName(of: "logWorkPermission")
  package static let logOwnDeadline = CommandName(of: "logOwnDeadline")
  package static let logConsent = CommandName(of: "logConsent")
  package static let logNeed = CommandName(of: "logNeed")
  package static let logGoal = CommandName(of: "logGoal")
  package static let logService = CommandName(of: "logService")
  package static let logReferral = CommandName(of: "logReferral")
  package static let logEncounter = CommandName(of: "logEncounter")
  package static let logLodging = CommandName(of: "logLodging")
  package static let logCheckIn = CommandName(of: "logCheckIn")
  package static let logComment = CommandName(of: "logComment")
  package static let logCandidate = CommandName(of: "logCandidate")
  package static let done = CommandName(of: "done")
  package static let seen = CommandName(of: "seen")
  package static let postpone = CommandName(of: "postpone")
  package static let handOver = CommandName(of: "handOver")
  package static let rollCall = CommandName(of: "rollCall")
  package static let brief = CommandName(of: "brief")
  package static let picture = CommandName(of: "picture")
  package static let training = CommandName(of: "training")
  package static let reveal = CommandName(of: "reveal")
  package static let help = CommandName(of: "help")
  package static let palette = CommandName(of: "palette")
  package static let quit = CommandName(of: "quit")
}
