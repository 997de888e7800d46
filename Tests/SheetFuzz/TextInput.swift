import Casework
import Glibc
import Labels
import TestSupport
import Wording

/// Text in columns: bytes of chance, samples changed here and there, and tables by a grammar in which
/// every rule is broken now and then.
enum TextInput {
  static func make(_ random: inout SplitMix, of kind: RecordKind) -> (String, [UInt8]) {
    switch random.number(0...99) {
    case 0...9: ("bytes", chance(&random))
    case 10...29: ("sample", random.change(random.pick(Samples.all) ?? []))
    case 30...31: ("wide or long", extreme(&random, of: kind))
    case 32...44: ("changed table", random.change(table(&random, of: kind)))
    default: ("table", table(&random, of: kind))
    }
  }

  private static func chance(_ random: inout SplitMix) -> [UInt8] {
    let letters = Array("\",;\t\r\n\r\na1=é氏".utf8)
    let isLetters = random.number(0...1) == 0
    return (0..<random.size(upTo: 4096)).map { _ in
      isLetters ? random.pick(letters) ?? 0 : UInt8(random.number(0...255))
    }
  }

  /// One thing of which there is far too much.
  private static func extreme(_ random: inout SplitMix, of kind: RecordKind) -> [UInt8] {
    let headings = Headings.some(of: kind, &random)
    let head = headings.joined(separator: ",") + "\n"
    let count = random.size(upTo: 200_000)
    let unit = random.pick(CellText.units) ?? "x"
    let many = String(repeating: unit, count: count / max(1, unit.utf8.count))
    let text =
      switch random.number(0...6) {
      case 0: many + "," + head
      case 1: head + "\"" + many + "\",1,2\n"
      case 2: head + many
      case 3: head + String(repeating: ",", count: count) + "\n"
      case 4: String(repeating: "\(unit),", count: count / 4) + "\n"
      case 5: head + String(repeating: "\n", count: count) + "A,B\n"
      default: head + String(repeating: "A,1990-01-01\n", count: count / 16)
      }
    return Array(text.utf8)
  }

  // MARK: By a grammar

  private static func table(_ random: inout SplitMix, of kind: RecordKind) -> [UInt8] {
    let separator = random.pick([",", ",", ",", ";", "\t", "|"]) ?? ","
    let end = random.pick(["\n", "\r\n", "\r\n", "\r"]) ?? "\n"
    var rows: [[String]] = []
    for _ in 0..<(random.pick([0, 0, 0, 1, 2]) ?? 0) { rows.append(["名簿 2026", ""]) }
    let headings = Headings.some(of: kind, &random)
    rows.append(headings)
    for _ in 0..<random.size(upTo: 24) {
      let count = random.number(0...19) == 0 ? random.number(0...40) : headings.count
      rows.append(
        (0..<count).map { index in
          CellText.some(&random, under: headings.indices.contains(index) ? headings[index] : "")
        })
    }
    let lines = rows.map { row in
      row.map { quoted($0, separator, &random) }.joined(separator: separator)
    }
    let text =
      (random.number(0...29) == 0 ? "sep=\(separator)\(end)" : "") + lines.joined(separator: end)
    return encoded(text, &random)
  }

  private static func quoted(
    _ text: String, _ separator: String, _ random: inout SplitMix
  ) -> String {
    switch random.number(0...99) {
    case 0: return "\"\(text)"
    case 1: return "\(text)\""
    case 2: return "\"\(text)\"x"
    case 3...20: break
    default:
      if !text.contains(where: { "\"\r\n".contains($0) || String($0) == separator }) { return text }
    }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private static func encoded(_ text: String, _ random: inout SplitMix) -> [UInt8] {
    let units = Array(text.utf16)
    return switch random.number(0...11) {
    case 0: [0xEF, 0xBB, 0xBF] + text.utf8
    case 1: [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 3: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 4, 5: Encoder.cp932.bytes(text)
    case 6: Encoder.eucJP.bytes(text)
    case 7: Encoder.windows1252.bytes(text)
    default: Array(text.utf8)
    }
  }
}

/// Encodes with the C library, scalar by scalar; what the encoding has not becomes a question mark.
final class Encoder: @unchecked Sendable {
  static let cp932 = Encoder("CP932")
  static let eucJP = Encoder("EUC-JP-MS")
  static let windows1252 = Encoder("CP1252")

  private let descriptor: iconv_t
  private var known: [Unicode.Scalar: [UInt8]] = [:]

  private init(_ name: String) { descriptor = iconv_open(name, "UTF-8") }

  func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.value < 0x80 { return [UInt8(scalar.value)] }
      if let bytes = known[scalar] { return bytes }
      let bytes = convert(scalar)
      known[scalar] = bytes
      return bytes
    }
  }

  private func convert(_ scalar: Unicode.Scalar) -> [UInt8] {
    var input = Array(String(scalar).utf8)
    var output = [UInt8](repeating: 0, count: 16)
    let written = input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output -> Int? in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (fromLeft, toLeft) = (input.count, output.count)
        iconv(descriptor, nil, nil, nil, nil)
        return iconv(descriptor, &from, &fromLeft, &to, &toLeft) == .max ? nil : 16 - toLeft
      }
    }
    return written.map { Array(output.prefix($0)) } ?? [UInt8(ascii: "?")]
  }
}

/// The first rows of tables.
enum Headings {
  /// Most often each field once; now and then one that is no field, or one twice.
  static func some(of kind: RecordKind, _ random: inout SplitMix) -> [String] {
    let fields = of(kind).shuffled(using: &random)
    return (0..<random.number(1...12)).map { index in
      let names = random.number(0...39) == 0 ? fields[0] : fields[index % fields.count]
      var heading = random.pick(names) ?? "氏名"
      switch random.number(0...59) {
      case 0: heading = CellText.some(&random, under: "")
      case 1: heading = "【\(heading)】（必須）*"
      case 2: heading = "person/" + heading
      case 3:
        heading = String(decoding: random.change(Array(heading.utf8), times: 1), as: UTF8.self)
      case 4: heading = random.pick(["ID", "世帯番号", "続柄", "姓", "First name", ""]) ?? ""
      default: break
      }
      return heading
    }
  }

  /// The names of each field that a sheet may have.
  private static func of(_ kind: RecordKind) -> [[String]] {
    made.value(of: kind) {
      RecordDescription.of(kind).fields.filter(\.isWritable).map { field in
        LabelLanguage.allCases.map { ValueText(Words($0)).label(of: field, in: kind) }
      }
    }
  }

  private static let made = MadeOnce<RecordKind, [[String]]>()
}
