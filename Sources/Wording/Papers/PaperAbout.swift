package import Casework

/// What a paper is made of: a record by its address, or a day.
package enum PaperAbout: Hashable, Sendable {
  case record(RecordAddress)
  case day(CivilDate)

  /// The papers there are of it.
  package var forms: [PaperForm] {
    switch self {
    case .record(let address): PaperForm.of(address.kind)
    case .day: PaperForm.all.filter { $0.subject == .day }
    }
  }
}
