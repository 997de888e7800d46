package import Casework
import GRDB

extension CaseStore {
  /// Whose data were shown to whom, and to whom outside they may have gone: of the journal alone.
  ///
  /// That it was asked is in the journal before anything is answered.
  /// - Parameter number: by which a page of it is called, where it is made for the person themself.
  /// - Throws: `notPermitted` to who is no supervisor: it tells who looked.
  package func disclosures(
    _ request: DisclosureRequest, for number: String? = nil
  ) throws(Refusal) -> DisclosureReport {
    try write { step in
      guard try step.db.isSupervisor(self.viewer) else { throw Refusal.notPermitted }
      try step.note(.disclosures, of: viewer.address, after: told(request, number))
    }
    return try read { db in
      var reader = DisclosureReader(request)
      try reader.read(db)
      return try db.named(reader.report)
    }
  }

  private func told(
    _ request: DisclosureRequest, _ number: String?
  ) throws -> [String: FieldValue] {
    let asked = [
      request.record.map { "case=\($0.id.rawValue)" }, request.who.map { "who=\($0.number)" },
      request.key.map { "key=\($0)" }, number.map { "page=\($0)" },
    ]
    let details: [ExportNote.Detail: String?] = [
      .filters: asked.compactMap(\.self).joined(separator: " "),
      .from: request.since?.description, .to: request.until?.description,
    ]
    return details.reduce(into: [:]) { told, detail in
      guard let text = detail.value, !text.isEmpty else { return }
      told[detail.key.rawValue] = .text(text)
    }
  }
}

extension Database {
  fileprivate func named(_ report: DisclosureReport) throws -> DisclosureReport {
    let links = try links(
      report.disclosures.flatMap { [$0.subject, $0.who] }.compactMap { $0?.address })
    func name(_ link: Link?) -> Link? {
      link.map { links[$0.address] ?? Link($0.address, number: $0.address.number) }
    }
    var report = report
    report.disclosures = report.disclosures.map { told in
      var told = told
      told.subject = name(told.subject)
      told.who = name(told.who)
      return told
    }.sorted { one, other in
      let (a, b) = (one.subject?.number ?? "~", other.subject?.number ?? "~")
      return (a, one.first, one.way.rawValue, one.who?.number ?? "", one.recipient)
        < (b, other.first, other.way.rawValue, other.who?.number ?? "", other.recipient)
    }
    return report
  }
}
