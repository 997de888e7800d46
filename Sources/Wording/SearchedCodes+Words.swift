package import Casework
import Fold
package import Labels

extension ListQuery {
  /// The same list narrowed to what somebody types, who may write a choice in any language.
  package func searching(_ text: String, languages: [Words]) -> ListQuery {
    var query = self
    query.search = text
    query.searchedCodes = []
    let words = Set(Fold.words(text))
    // Today asks this of every section at every look: an empty box folds no labels.
    if words.isEmpty { return query }
    query.searchedCodes = RecordDescription.of(kind).fields.flatMap { field -> [SearchedCodes] in
      guard field.uses.contains(.searchLabel), case .choice(let catalogue) = field.shape else {
        return []
      }
      let labels = catalogue.codes.map { code in
        (code, Fold.key(languages.map { $0(catalogue.labelKey(code)) }.joined(separator: "\n")))
      }
      return words.sorted().compactMap { word in
        let codes = labels.filter { $0.1.contains(word) }.map(\.0)
        return codes.isEmpty ? nil : SearchedCodes(word: word, field: field.name, codes: codes)
      }
    }
    return query
  }
}
