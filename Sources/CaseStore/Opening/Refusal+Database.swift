import Casework
import Foundation
import GRDB

extension Refusal {
  /// Runs `body`, turning what SQLite reports into a refusal.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws(Refusal) -> T {
    do {
      return try body()
    } catch let refusal as Refusal {
      throw refusal
    } catch let error as DatabaseError {
      throw Refusal(error, path: path)
    } catch {
      // What Foundation says of a file: of a full disk it is told as of any other.
      throw DiskSpace.isUsedUp(beside: path) || (error as? CocoaError)?.code == .fileWriteOutOfSpace
        ? .diskFull : .storage(code: -1, message: "\(type(of: error))")
    }
  }

  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_INTERRUPT: self = .stopped
    case .SQLITE_FULL: self = .diskFull
    // The index of the write-ahead log grows in the same folder; SQLite does not call that full.
    case .SQLITE_IOERR
    where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE || DiskSpace.isUsedUp(beside: path):
      self = .diskFull
    // The connection of a volunteer is not given it: `NarrowConnection`, `Authorizer`.
    case .SQLITE_AUTH: self = .notPermitted
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .cannotWrite(path)
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .storeDamaged(path: path)
    default:
      let message = error.message ?? ""
      if error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
        // UNIQUE constraint failed: attendance.salon, attendance.case
        let field = message.split(separator: ".").last.map(String.init) ?? ""
        self = .problems([FieldProblem(field, .alreadyThere)])
      } else if error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER,
        let rule = StoreRule(rawValue: message)
      {
        self = .problems([rule.problem])
      } else {
        self = .storage(code: Int(error.extendedResultCode.rawValue), message: message)
      }
    }
  }
}

extension Refusal {
  /// Why a file at `path` could not be written: most often it may not be, else there is no room.
  static func cannotWrite(_ path: String) -> Refusal {
    DiskSpace.isUsedUp(beside: path) ? .diskFull : .notWritable(path: path)
  }
}

extension Error {
  /// What is thrown on where a transaction ended by this error, because of what was thrown in it: that
  /// itself, such as that somebody stopped it, unless it is the store's own and was put into words since.
  func told(by cause: (any Error)?) -> any Error {
    guard let cause, !(cause is Refusal), !(cause is DatabaseError) else { return self }
    return cause
  }
}
