import CaseStore
import Casework
import Exchange
import Foundation
import Labels
import Wording

/// What the commands that write and read letters have in common: the store, our keys, and a file that is
/// there once the journal has it.
struct LetterDesk {
  let store: CaseStore
  let own: OwnKeys
  private let path: String

  init(_ options: StoreOptions) throws {
    store = try OpenStore(options).store
    path = options.path
    own = try OwnKeys(of: store, at: options.path)
  }

  var party: Letter.Party { own.keys.party }

  func envelope() throws(Failure) -> LetterEnvelope { try LetterEnvelope(own, beside: path) }

  /// The partner of a name, whose fingerprint somebody compared.
  func partner(_ name: String) throws -> PartnerKeys {
    let keys = try Tomoni.Partner.find(name, in: store)
    guard keys.confirmedAt != nil else {
      throw Failure(.notPermitted, "cli.letter.unconfirmed", keys.name)
    }
    return keys
  }

  /// Writes a letter with `send`, which gives `seal` what is to be in the file: it is on the disk before
  /// the transaction ends, and has its name after.
  func write<T>(
    _ file: String, replacing isReplacing: Bool,
    _ send: (_ seal: (Letter, PartnerKeys) throws -> Void) throws -> T
  ) throws -> T {
    let output = try PrivateOutput(
      file, called: file, replacing: isReplacing, sparing: StoreFiles(path))
    let envelope = try envelope()
    var cause: (any Error)?
    let result: T
    do {
      result = try send { letter, partner in
        do {
          try output.write(envelope.bytes(of: letter, for: partner))
          try output.sync()
        } catch {
          cause = error
          throw error
        }
      }
    } catch {
      throw cause ?? error
    }
    if case .refused(let lack, let link)? = result as? LetterFate { throw Self.failure(lack, link) }
    do throws(Failure) {
      try output.finish()
    } catch {
      throw Failure(error.status, lines: error.lines + Speech.lines("cli.refer.noFile", []))
    }
    return result
  }

  static func failure(_ lack: LetterLack, _ link: Link?) -> Failure {
    Failure(.badData, lines: Speech.lines(lack.labelKey, [link.map { " (\($0.number))" } ?? ""]))
  }

  /// What a letter tells and keeps back, line by line.
  static func lines(_ letter: Letter) -> [String] {
    let texts = ValueText(Speech.words)
    func label(_ field: LetterField) -> String {
      guard let facts = RecordDescription.of(field.kind)[field.field] else { return field.code }
      let name = texts.label(of: facts, in: field.kind)
      let isOfPerson = [.person, .case].contains(field.kind)
      return isOfPerson ? name : "\(Speech.words("kind.\(field.kind.rawValue)")): \(name)"
    }
    var lines: [String] = []
    for record in letter.records {
      for field in LetterField.of(record.kind) {
        guard let value = record.values[field.field],
          let facts = RecordDescription.of(field.kind)[field.field]
        else { continue }
        lines.append("  \(label(field)): \(texts.text(value, of: facts.shape))")
      }
    }
    if !letter.purpose.isEmpty {
      lines.append(
        contentsOf: Speech.lines("cli.refer.purpose", [letter.purpose]).map { "  " + $0 })
    }
    let withheld = letter.withheld.map { code in
      if let field = LetterField.all.first(where: { $0.code == code }) { return label(field) }
      if code == LetterField.reason { return Speech.words("referral.purpose") }
      return RecordKind(rawValue: code).map { Speech.words("kind.\($0.rawValue).plural") } ?? code
    }
    if !withheld.isEmpty {
      lines.append(
        contentsOf: Speech.lines("cli.refer.withheld", [withheld.joined(separator: ", ")]))
    }
    return lines
  }
}
