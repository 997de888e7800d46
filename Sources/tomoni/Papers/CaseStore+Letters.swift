import CaseStore
import Casework
import Labels
import Screens
import Wording

extension CaseStore {
  /// More than any organisation writes.
  private static let mostLetters = 500

  /// The letters of the organisation's own that are in use, whole, by their names.
  func letters() throws(Refusal) -> [PaperForm] {
    let fields = RecordDescription.of(.template).fields.map(\.name)
    return try page(
      ListQuery(.template, filters: [.open]), .first, count: Self.mostLetters, fields: fields
    ).cards.compactMap { PaperForm($0) }
  }

  /// The letter that a number names, also one that is not in use any more.
  func letter(_ number: String) throws(Refusal) -> PaperForm? {
    let address: RecordAddress
    do throws(Refusal) {
      address = try find(.template, number)
    } catch {
      if error == .notFound { return nil }
      throw error
    }
    return PaperForm(try detail(address, limit: 0).card)
  }

  /// A letter as it is being written, filled for a case.
  func preview(_ ask: LetterAsk) throws(Refusal) -> LetterPreview {
    var card = Card(RecordAddress(.template, RecordID(0)), number: "")
    for (field, value) in ask.values { card[field] = value }
    guard let form = PaperForm(card) else { throw .notFound }
    let printing = PaperPrinting(
      form: form, language: form.languages.first ?? "", isProof: true, store: self)
    do {
      return try printing.preview(ask.case, Words(ask.language))
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .notFound
    }
  }
}
