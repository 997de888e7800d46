import Casework
import Labels
import Wording

/// How a command ends, by the codes of sysexits(3).
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  /// A check was made to its end and found something, as by grep(1) and diff(1).
  case found = 1
  case usage = 64
  case badData = 65
  case missing = 66
  case newerStore = 69
  case software = 70
  case cannotWrite = 73
  case busy = 75
  case notPermitted = 77
  case configuration = 78
}

/// Why a command did not do what it was asked, for standard error.
struct Failure: Error {
  let status: ExitStatus
  let lines: [String]

  init(_ status: ExitStatus, lines: [String]) {
    self.status = status
    self.lines = lines
  }

  /// A failure in the words of the label tables.
  init(_ status: ExitStatus, _ key: String, _ arguments: String...) {
    self.init(status, lines: Speech.lines(key, arguments))
  }

  /// What the store says.
  ///
  /// - Parameter kind: the kind of record that was to be saved, for the names of its fields.
  init(_ refusal: Refusal, kind: RecordKind? = nil) {
    self.init(
      refusal.exitStatus, lines: [RefusalText(Speech.words).sentence(refusal, kind: kind)])
  }
}

extension Refusal {
  /// The code of sysexits(3) for it.
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .storeMissing: .missing
    case .storeNewer: .newerStore
    case .notWritable, .storeExists, .diskFull, .roomMissing: .cannotWrite
    case .busy, .conflict, .stopped: .busy
    case .notPermitted, .unknownViewer, .pledgeMissing, .tooManyViews: .notPermitted
    case .notPrivate, .looseFolder, .folderOfOther, .journalKeyMissing: .configuration
    case .storeReplaced: .missing
    case .notAStore, .notACopy, .storage, .storeDamaged, .unreadable, .strayLog, .problems,
      .notFound,
      .nothingToUndo, .nothingToRedo, .earlier, .changedSince, .stillReferredTo, .cannotUndo,
      .cannotErase, .laptop:
      .badData
    }
  }
}
