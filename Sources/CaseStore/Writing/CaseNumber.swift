import Casework
import GRDB

/// What a case is called: the number staff use and the code for everybody else.
enum CaseNumber {
  /// The fields of a case that the store alone writes.
  static let fields = Case.given

  /// Crockford's base 32: digits and letters without I, L, O and U.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Gives a new case the next serial of the year it was opened in and a random code of 40 bits.
  static func assign(
    _ values: inout [String: FieldValue], today: CivilDate, in db: Database
  ) throws {
    let opened = values.value(of: \Case.opened) ?? today
    let year = opened.year.databaseValue
    try db.run(
      """
      INSERT INTO caseSerial (year, last) VALUES (?, 1)
      ON CONFLICT (year) DO UPDATE SET last = last + 1
      """, [year])
    // `RETURNING` would make a table for its one row, each time.
    let serial = try db.number(
      Condition(sql: "SELECT last FROM caseSerial WHERE year = ?", arguments: [year]))
    values[\Case.number] = .text("\(opened.year)-\(Digits.pad(serial, 4))")
    var code = ""
    repeat {
      // Of 64 bits, which are asked for once, five for each letter.
      let bits = UInt64.random(in: .min ... .max)
      code = String((0..<8).map { alphabet[Int(bits >> ($0 * 5) & 31)] })
    } while try db.finds("SELECT 1 FROM \"case\" WHERE code = ?", [code.databaseValue])
    values[\Case.code] = .text(code)
  }

  /// Whether a text has the form of a number that the store gives: a year and four digits or more.
  static func isOne(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count == 4 && parts[1].count >= 4
      && parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  /// A code of letters alone looks like a word; it is looked for all the same.
  static func kind(ofCode text: String) -> RecordKind? {
    text.count == 8 && text.allSatisfy(alphabet.contains) ? .case : nil
  }

  /// A code as somebody may have read it aloud: O for 0, I and L for 1.
  static func code(_ text: String) -> String {
    String(
      text.uppercased().compactMap { letter in
        switch letter {
        case "O": "0"
        case "I", "L": "1"
        case "-", " ": nil
        default: letter
        }
      })
  }
}
