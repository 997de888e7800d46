package import Casework
package import Labels
package import Wording

/// What is on the screen, on its way into a file.
package struct FileExport: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// With its small numbers masked, unless somebody asked for them.
    case report(Report, ReportFormat)
    /// The records of a list in its order, with these fields.
    case list(ListQuery, columns: [String], ListFormat)
    /// The handover brief of a case, which its number names.
    case brief(RecordAddress, number: String, PageFormat)
    /// A paper by the name of its form, or the number of a letter of the organisation's own, in one of its
    /// languages; a proof says where each value stands.
    case paper(PaperAbout, form: String, language: String, isProof: Bool = false)
  }

  package enum ListFormat: String, CaseIterable, Sendable {
    case csv, xlsx, json
  }

  /// A page to read or to print.
  package enum PageFormat: String, CaseIterable, Sendable {
    case html, text
    package var suffix: String { self == .text ? "txt" : rawValue }
  }

  package private(set) var content: Content
  /// The fields that the list shows on the screen, while the file is to have all.
  private var shownFields: [String]?
  /// In which the person reads.
  package let language: LabelLanguage
  /// As it was typed; of the folder where the desk was started, unless it says another.
  package internal(set) var path: String

  init(_ content: Content, as name: String, in language: LabelLanguage) {
    self.content = content
    self.language = language
    path = "\(name).\(content.suffix)"
  }

  /// Of a list: the fields that each record has in the file.
  var fields: [String]? { if case .list(_, let fields, _) = content { fields } else { nil } }
  var hasAllFields: Bool { shownFields != nil }

  /// All fields of the kind in the place of those on the screen, and back.
  mutating func turnFields() {
    guard case .list(let query, let fields, let format) = content else { return }
    let others = shownFields ?? RecordDescription.of(query.kind).fields.map(\.name)
    shownFields = hasAllFields ? nil : fields
    content = .list(query, columns: others, format)
  }

  /// Of a paper: whether it is a proof; nil for anything else.
  var isProof: Bool? { if case .paper(_, _, _, let isProof) = content { isProof } else { nil } }

  /// A proof in the place of the paper, and back.
  mutating func turnProof() {
    guard case .paper(let about, let form, let language, let isProof) = content else { return }
    content = .paper(about, form: form, language: language, isProof: !isProof)
  }

  /// Whether numbers or words are in it that are not for others.
  var isMasked: Bool { if case .report(let report, _) = content { report.isMasked } else { true } }
}

extension FileExport.Content {
  fileprivate var suffix: String {
    switch self {
    case .report(_, let format): format.suffix
    case .list(_, _, let format): format.rawValue
    case .brief(_, _, let format): format.suffix
    case .paper: "pdf"
    }
  }
}

/// Where a file is, or was to be.
package struct FilePlace: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  var folder: String { String(path.dropLast(name.count)) }
}

/// Why a file could not be written; the words are `export.fault.<rawValue>`.
package enum FileFault: String, CaseIterable, Sendable {
  /// There is one of that name, which stays.
  case exists
  /// It is the store, or one of the files beside it.
  case isStore
  case isFolder
  /// The folder that it names is not there.
  case noFolder
  case notWritable
  // Of papers.
  /// The person did not agree to what it is for.
  case noConsent
  /// The text of a letter names what there is not.
  case badLetter
  /// The machine has no font of its language, or no font has a character.
  case noFont, noCharacter
  case notPrinted
}
