import CaseStore
import Casework
import Foundation
import Labels
import Screens

extension CaseStore {
  /// How many files of one name are told apart by a number.
  private static let mostAlike = 999

  /// Writes a report that was counted into a file of the folder where the desk was started; nothing
  /// that is there is written over.
  ///
  /// What is in the file is in the journal before it has its name.
  /// - Throws: why the journal could not take it; there is no file then.
  func reply(to export: ReportExport) throws(Refusal) -> Reply {
    let folder = FileManager.default.currentDirectoryPath
    func path(_ number: Int) -> String {
      "\(folder)/\(export.name)\(number < 2 ? "" : "-\(number)").\(export.format.suffix)"
    }
    // The folder may be gone: then it has no name.
    guard !folder.isEmpty else { return .notExported(export, to: String(path(1).dropFirst())) }
    var number = 1
    do {
      while number < Self.mostAlike, FileIdentity(path(number)) != nil { number += 1 }
      let output = try FileOutput(path(number), replacing: false, sparing: files)
      let file = ReportFile(
        report: export.report, format: export.format, words: Words(export.language))
      try file.write(to: output)
      try noteExport(file.note)
      try output.finish()
      return .exported(export, to: path(number))
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      return .notExported(export, to: path(number))
    }
  }
}
