import CaseStore
import Casework
import Exchange
import Foundation
import Labels
import Screens
import Wording

/// What the wizard of the desk asks of a file and of the store: each time the file is read anew, so that
/// nothing is taken in that is not in it any more.
struct SheetWork {
  let request: SheetRequest
  let store: CaseStore
  private var words: Words { Words(request.language) }

  /// - Throws: why the store did not do it, and `stopped`; nothing is written then.
  func reply(_ progress: (Int, Int) -> Bool) throws(Refusal) -> SheetReply {
    guard store.mayExport else { throw .notPermitted }
    if request.step == .folder { return SheetFolder(request.path).reply }
    let plan: SheetPlan
    let file: SheetBytes
    do throws(SheetFailure) {
      file = try SheetBytes(path)
      if let print = request.print, print != file.print { return .changed }
      plan = try self.plan(file)
    } catch {
      return .unread(error.sentence(words), error.fault)
    }
    guard progress(0, 1) else { throw .stopped }
    switch request.step {
    case .folder, .columns: return .columns(shape(plan, file))
    case .check: return .checked(plan.check(try run(plan, dryRun: true, progress)))
    case .write: return try write(plan, progress)
    }
  }

  /// In the folder where the desk was started; `~` is the person's own.
  private var path: String { NSString(string: request.path).expandingTildeInPath }

  // MARK: Reading

  private func plan(_ file: SheetBytes) throws(SheetFailure) -> SheetPlan {
    do throws(SheetProblem) {
      let options = SheetOptions(
        encoding: request.encoding.flatMap(SheetEncoding.init), sheet: request.sheet,
        known: KnownHeaders(of: request.kind).count)
      let sheet = try SheetReader.read(file.bytes, options)
      return try SheetPlan(sheet, request.kind, choices(of: sheet))
    } catch {
      throw .sheet(error)
    }
  }

  /// What was decided, else what was decided of the last sheet with this header.
  private func choices(of sheet: Sheet) -> SheetChoices {
    guard request.step == .columns, !request.ignoresRemembered, request.choices == SheetChoices()
    else { return request.choices }
    return RememberedSheets.read()[request.kind, sheet.header] ?? request.choices
  }

  private func shape(_ plan: SheetPlan, _ file: SheetBytes) -> SheetShape {
    let source: SheetSource =
      switch plan.sheet.source {
      case .text(let encoding): .encoding(encoding.rawValue)
      case .workbook(let name): .sheet(name)
      }
    var shape = SheetShape(
      print: file.print, source: source, rows: plan.sheet.rows.count, columns: plan.columns,
      choices: plan.choices)
    switch source {
    case .encoding: shape.otherwise = SheetEncoding.allCases.map(\.rawValue)
    case .sheet: shape.otherwise = SheetReader.sheets(of: file.bytes)
    }
    shape.otherKind = plan.map.otherKind
    shape.isRemembered = plan.choices != request.choices
    return shape
  }

  // MARK: Bringing in

  private func run(
    _ plan: SheetPlan, dryRun: Bool, _ progress: (Int, Int) -> Bool
  ) throws(Refusal) -> ImportReport {
    var options = ImportOptions()
    options.dryRun = dryRun
    options.file = URL(fileURLWithPath: path).lastPathComponent
    options.dayAssumed = words("import.dayAssumed")
    options.statusUnknown = words("import.statusUnknown")
    // Of a row of a grid only the cells stay out that cannot be taken in.
    options.skipBad = plan.map.isGrid && !dryRun && !request.leftOut.isEmpty
    let rows = plan.rows(
      leavingOut: dryRun || options.skipBad ? [] : Set(request.leftOut.keys))
    do {
      return try store.importRows(plan.map.kind, rows, options: plan.options(options)) { done in
        guard progress(done, rows.count) else { throw Refusal.stopped }
      }
    } catch {
      throw error as? Refusal ?? .storage(code: 0, message: "\(error)")
    }
  }

  /// Writes all rows but those that stay out, or none.
  private func write(
    _ plan: SheetPlan, _ progress: (Int, Int) -> Bool
  ) throws(Refusal) -> SheetReply {
    let left = ImportReport(
      rows: request.leftOut.map { ImportReport.Outcome(number: $0.key, fate: .refused($0.value)) })
    // Where they cannot be kept, nothing is taken in.
    var kept: RefusedFile?
    if left.hasRefusedRows {
      do throws(Failure) {
        kept = try RefusedFile(InputFile(path).beside(".refused.csv"), sparing: store.files)
      } catch {
        return .unread(error.lines.joined(separator: " "), .other)
      }
    }
    let report = try run(plan, dryRun: false, progress)
    guard report.isWritten || !report.hasRefusedRows else {
      return .written(plan.check(report), refusedFile: nil)
    }
    let rows = RefusedRows.csv(of: plan.sheet, left, plan.map, words: words)
    let file = rows.flatMap { rows in kept.flatMap { try? $0.write(rows) } }
    RememberedSheets.remember(request.kind, plan.sheet.header, plan.choices)
    return .written(plan.check(report), refusedFile: file)
  }
}

/// The bytes of a file, and what tells whether it is another one.
struct SheetBytes {
  let bytes: [UInt8]
  let print: Int

  init(_ path: String) throws(SheetFailure) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      // What lies in a folder of somebody else's is there all the same.
      throw [ENOENT, ENOTDIR].contains(errno) ? .missing(path) : .unreadable(path)
    }
    // A pipe of this name would keep the desk waiting for ever.
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path) }
    guard status.st_size <= SheetReader.largest else {
      throw .sheet(.tooLarge(megabytes: SheetReader.largest / 1_048_576))
    }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    bytes = Array(data)
    var hasher = Hasher()
    hasher.combine(bytes)
    print = hasher.finalize()
  }
}

/// Why a file cannot be read as a sheet.
enum SheetFailure: Error {
  case missing(String)
  case unreadable(String)
  case sheet(SheetProblem)

  /// In words of the desk.
  func sentence(_ words: Words) -> String {
    switch self {
    case .missing(let path): words("cli.fileMissing", path)
    case .unreadable(let path): words("cli.fileUnreadable", path)
    case .sheet(let problem): problem.deskSentence(words)
    }
  }

  var fault: SheetFault {
    switch self {
    case .sheet(.whichSheet(let names)), .sheet(.noSuchSheet(_, let names)): .whichSheet(names)
    case .sheet(.unclearEncoding), .sheet(.unreadableHeader):
      .whichEncoding(SheetEncoding.allCases.map(\.rawValue))
    default: .other
    }
  }
}
