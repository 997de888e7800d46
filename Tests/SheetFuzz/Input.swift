import Casework
import Foundation
import TestSupport

/// One made-up file, which its seed and its number make again.
struct Input {
  /// What is made: text in columns, workbooks, or both in turn.
  enum Half: String {
    case both, text, workbook
  }

  let bytes: [UInt8]
  /// Which kind of record it is taken for.
  let kind: RecordKind
  /// How it was made, for whoever reads of a fault.
  let maker: String

  init(seed: UInt64, number: Int, half: Half) {
    // Neighbours of one seed have nothing in common.
    var random = SplitMix(
      seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
    let isText = half == .both ? number.isMultiple(of: 2) : half == .text
    kind = random.number(0...2) > 0 ? .case : random.pick(Self.kinds) ?? .case
    (maker, bytes) =
      isText ? TextInput.make(&random, of: kind) : WorkbookInput.make(&random, of: kind)
  }

  private static let kinds: [RecordKind] = RecordKind.allCases.filter {
    !RecordDescription.of($0).isMadeByStore
      && RecordDescription.of($0).fields.contains(where: \.isWritable)
  }
}

/// The sheets that lie beside the tests, which are changed here and there.
enum Samples {
  static let all: [[UInt8]] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appending(path: "Samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }
  }()
}
