package import Casework
import GRDB

extension CaseStore {
  /// The code of the language the viewer chose; nil where they chose none.
  package func viewerLanguage() throws(Refusal) -> String? {
    let field =
      if case .coordinator = viewer {
        Staff.name(\.language)
      } else {
        Volunteer.name(\.deskLanguage)
      }
    let sql = "SELECT \(field) FROM \(viewer.address.kind.table) WHERE id = ?"
    return try read(for: .everybody) {
      try $0.row(sql, viewer.address.id.rawValue.databaseValue)?.text(at: 0)
    }
  }

  /// Writes down that the viewer asked for something that is not given.
  package func noteRefusal() throws(Refusal) {
    try write(for: .everybody) { try $0.note(.refused, of: viewer.address) }
  }
}
