import Casework
import Foundation
import Screens

/// The folders and sheets of a folder, to go on with what somebody types.
struct SheetFolder {
  private static let endings: Set<String> = ["xlsx", "xlsm", "ods", "csv", "tsv", "txt"]
  private static let most = 500

  private let path: String

  /// - Parameter typed: as it was typed; empty is the folder where the desk was started.
  init(_ typed: String) {
    let expanded = NSString(string: typed.isEmpty ? "." : typed).expandingTildeInPath
    path =
      expanded.hasPrefix("/")
      ? expanded : "\(FileManager.default.currentDirectoryPath)/\(expanded)"
  }

  var reply: SheetReply {
    let whole = URL(fileURLWithPath: path).standardizedFileURL.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: whole)) ?? []
    var files: [(file: SheetFile, written: Int)] = []
    for name in names where !name.hasPrefix(".") {
      var status = stat()
      guard unsafe stat("\(whole)/\(name)", &status) == 0 else { continue }
      let written = status.st_mtim.tv_sec
      switch status.st_mode & S_IFMT {
      case S_IFDIR: files.append((SheetFile(name, isFolder: true), written))
      case S_IFREG
      where Self.endings.contains(URL(fileURLWithPath: name).pathExtension.lowercased()):
        files.append(
          (
            SheetFile(
              name, isFolder: false, size: Int(status.st_size),
              day: Instant(Int64(written)).dateInJapan), written
          ))
      default: break
      }
    }
    // The sheet that is to come in is one of the last that were written.
    files.sort { one, other in
      if one.file.isFolder != other.file.isFolder { return !one.file.isFolder }
      return one.file.isFolder ? one.file.name < other.file.name : one.written > other.written
    }
    return .folder(
      whole, files.prefix(Self.most).map(\.file), more: max(0, files.count - Self.most))
  }
}
