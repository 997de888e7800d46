import CaseStore
import Casework
import Exchange
import Foundation

/// A letter as a file: a line that says what it is, the signature of who wrote it over that line and all
/// behind, and the letter encrypted for who may read it.
///
/// Whoever keeps a file learns who signed it and nothing else; whoever signs what others encrypted is told
/// by the sender inside.
struct LetterEnvelope {
  let own: OwnKeys
  /// On the disk of the store, which may be the only encrypted one.
  let scratch: PassingFolder

  private static let purpose = "tomoni-letter"
  private static let head = "tomoni-letter "
  private static let version = 1
  private static var firstLine: String { "\(head)\(version)\n" }
  /// The largest file that is read: as much text as a hundred records may hold.
  private static let largest = 8 << 20

  init(_ own: OwnKeys, beside path: String) throws(Failure) {
    self.own = own
    scratch = try PassingFolder(beside: path)
  }

  // MARK: Writing

  func bytes(of letter: Letter, for partner: PartnerKeys) throws -> [UInt8] {
    let (plain, sealed, signed) = (
      scratch.file("letter"), scratch.file("sealed"), scratch.file("signed")
    )
    _ = scratch.file("signed" + Signature.ending)
    try write(Data(LetterFile.text(letter).utf8), plain)
    try ChildProgram.age.run(["--encrypt", "-r", partner.age, "-o", sealed, plain])
    let body = try read(sealed)
    try write(Data(Self.firstLine.utf8) + body, signed)
    try Signature(file: signed, purpose: Self.purpose).make(by: own.signer)
    let signature = try read(signed + Signature.ending)
    return Array(Self.firstLine.utf8) + Array(signature) + Array(body)
  }

  private func write(_ data: Data, _ path: String) throws(Failure) {
    guard (try? data.write(to: URL(fileURLWithPath: path))) != nil else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }

  private func read(_ path: String) throws(Failure) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.missing, "cli.fileUnreadable", path)
    }
    return data
  }

  // MARK: Reading

  /// What a file says, once it is known who signed it.
  ///
  /// - Parameters:
  ///   - name: what the file is called in sentences.
  ///   - partners: those whose keys are known.
  /// - Throws: `Failure` for each reason that a file is not to be believed.
  func open(
    _ bytes: [UInt8], called name: String, among partners: [PartnerKeys]
  ) throws(Failure) -> (LetterReader, PartnerKeys) {
    guard bytes.count <= Self.largest else { throw Failure(.badData, "cli.letter.huge", name) }
    let (signature, body) = try Self.parts(bytes, name)
    let partner = try signer(of: signature, body, name, among: partners)
    guard partner.confirmedAt != nil else {
      throw Failure(.notPermitted, "cli.letter.unconfirmed", partner.name)
    }
    let (sealed, plain) = (scratch.file("came"), scratch.file("opened"))
    try write(Data(body), sealed)
    guard
      try ChildProgram.age.ask(["--decrypt", "-i", own.reader, "-o", plain, sealed]).isDone
    else { throw Failure(.badData, "cli.letter.notForUs", name, partner.name) }
    let reader: LetterReader
    do throws(LetterFault) {
      reader = try LetterReader(try? read(plain))
    } catch {
      switch error {
      case .notALetter: throw Failure(.badData, "cli.letter.notALetter", name)
      case .newer: throw Failure(.newerStore, "cli.letter.newer", name)
      case .member(let member): throw Failure(.badData, "cli.letter.member", name, member)
      }
    }
    // Somebody else's letter signed anew, or ours sent on to a third.
    guard reader.letter.sender.fingerprint == partner.fingerprint.text else {
      throw Failure(.badData, "cli.letter.otherSender", name, partner.name)
    }
    guard reader.letter.recipient.fingerprint == own.keys.fingerprint.text else {
      throw Failure(.badData, "cli.letter.notForUs", name, partner.name)
    }
    return (reader, partner)
  }

  /// The signature as it must be written, and what is encrypted.
  private static func parts(
    _ bytes: [UInt8], _ name: String
  ) throws(Failure) -> (signature: SSHSignature, body: ArraySlice<UInt8>) {
    guard bytes.starts(with: head.utf8) else {
      throw Failure(.badData, "cli.letter.notALetter", name)
    }
    let number = bytes.dropFirst(head.utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    if let version = Int(String(decoding: number.prefix(9), as: UTF8.self)), version > self.version
    {
      throw Failure(.newerStore, "cli.letter.newer", name)
    }
    guard bytes.starts(with: firstLine.utf8),
      let signature = SSHSignature(at: bytes.dropFirst(firstLine.utf8.count))
    else { throw Failure(.badData, "cli.letter.changed", name) }
    return (signature, bytes[signature.end...])
  }

  private func signer(
    of signature: SSHSignature, _ body: ArraySlice<UInt8>, _ name: String,
    among partners: [PartnerKeys]
  ) throws(Failure) -> PartnerKeys {
    let (signed, file, signers) = (
      scratch.file("signature"), scratch.file("content"), scratch.file("signers")
    )
    try write(Data(signature.text), signed)
    try write(Data(Self.firstLine.utf8) + Data(body), file)
    let partner = partners.first { $0.signer == signature.key }
    var arguments = ["-Y", "check-novalidate", "-n", Self.purpose, "-s", signed]
    if let partner {
      try write(Data("partner \(partner.signer)\n".utf8), signers)
      arguments = [
        "-Y", "verify", "-f", signers, "-I", "partner", "-n", Self.purpose, "-s", signed,
      ]
    }
    guard let content = FileHandle(forReadingAtPath: file),
      try ChildProgram.keygen.ask(arguments, input: content).isDone
    else { throw Failure(.badData, "cli.letter.changed", name) }
    guard let partner else {
      throw Failure(.notPermitted, "cli.letter.unknownSender", name, signature.fingerprint)
    }
    return partner
  }
}

extension LetterReader {
  fileprivate init(_ data: Data?) throws(LetterFault) {
    guard let data else { throw .notALetter }
    try self.init(data)
  }
}
