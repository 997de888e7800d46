import Casework
import Cells
import Labels
import Widgets
import Wording

/// What is on the screen goes into a file.
extension Desk {
  /// Asks into what kind of file the list goes.
  mutating func askExport() -> [Effect] {
    carryOut(ExportChoice(scene: scene(in: layout.boxes)).list(list.query))
  }

  /// Asks which paper is made of what is in hand; of a case once its letters are read.
  mutating func askPaper() -> [Effect] {
    if isAboutCase, let link = hand.caseLink {
      return [.papers(link.address, number: link.number)]
    }
    return carryOut(
      ExportChoice(scene: scene(in: layout.boxes)).papers(PaperVerbs.printables(self)))
  }

  /// The file is on the disk.
  mutating func take(_ export: FileExport, at place: FilePlace, rows: Int?, sheet: Int?) {
    overlays.closeWork()
    switch export.content {
    case .report:
      let key = export.isMasked ? "report.written" : "report.writtenExact"
      notice = Notice(text: words(key, place.name, place.folder))
    case .list:
      notice = Notice(
        text: words("export.written", place.name, place.folder, String(rows ?? 0)))
    case .paper(let about, _, _, _):
      notice = Notice(text: words("export.writtenPaper", place.name, place.folder))
      guard let sheet, case .record(let address) = about else { return }
      printedSheets[address] = sheet
      notice = Notice(
        text: words("export.writtenSheet", place.name, place.folder, String(sheet)))
    case .brief: notice = Notice(text: words("export.writtenPage", place.name, place.folder))
    }
  }

  /// There is no file: asks for another name.
  mutating func take(_ export: FileExport, _ fault: FileFault, at place: FilePlace) {
    overlays.closeWork()
    overlays.append(.page(PageBox(ExportBox(export, fault, at: place, words))))
    notice = Notice(
      text: words("export.fault.\(fault.rawValue)", place.name, place.folder), isError: true)
  }
}
