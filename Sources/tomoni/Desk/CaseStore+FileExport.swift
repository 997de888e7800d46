import CaseStore
import Casework
import Exchange
import Foundation
import Labels
import Screens
import Terminal
import Wording

extension CaseStore {
  /// More than any case has on its timeline.
  private static let briefLimit = 10_000

  /// Writes what is on the screen of staff into a file; nothing that is there is written over, and
  /// the store and what lies beside it least of all.
  ///
  /// What is in the file is in the journal before it has its name; what was stopped leaves nothing.
  /// - Parameter progress: is told how far it is; false stops.
  /// - Throws: `notPermitted` for a volunteer, `stopped`, and why the journal could not take it; there
  ///   is no file then.
  func reply(
    to export: FileExport, progress: (Int, Int) -> Bool
  ) throws(Refusal) -> Reply {
    guard mayExport else { throw .notPermitted }
    // The folder that the desk was started in may be gone: then it has no name.
    guard let path = Self.absolute(export.path) else {
      return .notExported(export, .noFolder, at: FilePlace(export.path))
    }
    let place = FilePlace(path)
    if let fault = fault(of: place) { return .notExported(export, fault, at: place) }
    do {
      let output = try FileOutput(place.path, replacing: false, sparing: files)
      let (rows, sheet) = try write(export, to: output, progress)
      try output.finish()
      return .exported(export, at: place, rows: rows, sheet: sheet)
    } catch let refusal as Refusal {
      throw refusal
    } catch let problem as PaperProblem {
      return .notExported(export, problem.fault, at: place)
    } catch {
      // Somebody made a file of that name meanwhile, or the disk does not take it.
      return .notExported(export, fault(of: place) ?? .notWritable, at: place)
    }
  }

  /// In the folder where the desk was started; `~` is the person's own.
  private static func absolute(_ path: String) -> String? {
    let path = NSString(string: path).expandingTildeInPath
    guard !path.hasPrefix("/") else { return path }
    let folder = FileManager.default.currentDirectoryPath
    return folder.isEmpty ? nil : "\(folder)/\(path)"
  }

  /// Why no file can be there.
  private func fault(of place: FilePlace) -> FileFault? {
    let folder = URL(fileURLWithPath: place.path).deletingLastPathComponent().path
    if files.hold(place.path) { return .isStore }
    if place.path.hasSuffix("/") || isFolder(place.path) { return .isFolder }
    if FileIdentity(place.path) != nil { return .exists }
    return isFolder(folder) ? nil : .noFolder
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Gives back how many records are in it and the number of the sheet; nil where it holds or has none.
  private func write(
    _ export: FileExport, to output: FileOutput, _ progress: (Int, Int) -> Bool
  ) throws -> (rows: Int?, sheet: Int?) {
    let words = Words(export.language)
    switch export.content {
    case .report(let report, let format):
      let file = ReportFile(report: report, format: format, words: words)
      try file.write(to: output)
      try noteExport(file.note)
      return (nil, nil)
    case .list(let query, let columns, let format):
      let fields = columns.compactMap { RecordDescription.of(query.kind)[$0] }
      let list = ListFile(query: query, columns: fields, store: self, words: words)
      let rows = try list.write(format, to: output, progress)
      try noteExport(
        ExportNote(
          query, columns: columns, format: format.rawValue, rows: rows, records: toldRecords))
      return (rows, nil)
    case .brief(let address, let number, let format):
      let brief = Brief(
        try detail(address, limit: Self.briefLimit), organisation: organisation.name, words: words,
        today: today)
      switch format {
      case .text: try output.write(BriefDocument.text(brief) + "\n")
      case .html: try output.write(BriefDocument.html(brief, language: export.language))
      }
      try noteExport(ExportNote(pageOf: number, address, format: format.rawValue))
      return (nil, nil)
    case .paper(let about, let form, let language, let isProof):
      guard let form = try PaperForm.named(form) ?? letter(form) else { throw Refusal.notFound }
      let printing = PaperPrinting(
        form: form, language: language, isProof: isProof, reader: export.language, store: self)
      return (nil, try printing.print(about, to: output))
    }
  }
}
