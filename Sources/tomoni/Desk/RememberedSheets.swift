import Casework
import Foundation
import Labels
import Wording

/// What was decided of sheets with the same header, for the next one of them.
///
/// A file of the person's own, with no word of any sheet in it: headers and cells stand there by what
/// `TextPrint` makes of them, fields and choices by their names.
struct RememberedSheets: Codable {
  private struct Entry: Codable {
    let key: String
    var columns: [Int: String]
    /// By field and print: the code in the place of a text.
    var values: [String: [String: String]]
    /// By field and reason.
    var reasons: [String: [String: String]]
    var overwrite: [String]
  }

  /// The last one first.
  private var entries: [Entry] = []
  private static let most = 50

  private static var path: String {
    let state = Environment.value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME") ?? NSHomeDirectory()
    return (state ?? home + "/.local/state") + "/tomoni/sheets.json"
  }

  /// Nothing where there is no such file, or it cannot be understood: it is a convenience.
  static func read() -> RememberedSheets {
    guard let data = FileManager.default.contents(atPath: path),
      let found = try? JSONDecoder().decode(Self.self, from: data)
    else { return RememberedSheets() }
    return found
  }

  private static func key(_ kind: RecordKind, _ header: [String]) -> String {
    let shape = header.map(LabelFolding.key).joined(separator: "\u{1F}")
    return "\(kind.rawValue) \(header.count) \(String(TextPrint.of(shape), radix: 16))"
  }

  subscript(kind: RecordKind, header: [String]) -> SheetChoices? {
    guard let entry = entries.first(where: { $0.key == Self.key(kind, header) }) else { return nil }
    var choices = SheetChoices()
    choices.columns = entry.columns
    choices.overwrite = Set(entry.overwrite)
    for (field, values) in entry.values {
      for (print, code) in values {
        guard let print = UInt64(print, radix: 16) else { continue }
        choices.mends.cells[SheetMends.Cell(field: field, print: print)] = .value(code)
      }
    }
    for (field, reasons) in entry.reasons {
      for (code, way) in reasons {
        guard let code = FieldProblem.Code(rawValue: code) else { continue }
        choices.mends.reasons[SheetReason(field, code)] =
          way == Mend.Way.note.rawValue ? .note : .empty
      }
    }
    return choices
  }

  /// Keeps what was decided; that it cannot be kept stops nobody.
  static func remember(_ kind: RecordKind, _ header: [String], _ choices: SheetChoices) {
    var entry = Entry(
      key: key(kind, header), columns: choices.columns, values: [:], reasons: [:],
      overwrite: choices.overwrite.sorted())
    for (cell, mend) in choices.mends.cells {
      if case .value(let code) = mend {
        entry.values[cell.field, default: [:]][String(cell.print, radix: 16)] = code
      }
    }
    for (reason, mend) in choices.mends.reasons where mend == .note || mend == .empty {
      entry.reasons[reason.field, default: [:]][reason.code.rawValue] = mend.way.rawValue
    }
    var all = read()
    all.entries.removeAll { $0.key == entry.key }
    if !entry.columns.isEmpty || !entry.values.isEmpty || !entry.reasons.isEmpty {
      all.entries.insert(entry, at: 0)
    }
    all.entries = Array(all.entries.prefix(most))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    guard let data = try? encoder.encode(all) else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let unfinished = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    guard
      FileManager.default.createFile(
        atPath: unfinished, contents: data, attributes: [.posixPermissions: 0o600])
    else { return }
    if unsafe rename(unfinished, path) != 0 { unsafe unlink(unfinished) }
  }
}
