package import Casework
package import Labels

/// Why the store refused, and what to do, as a sentence.
package struct RefusalText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// The sentence of a refusal; problems and conflicts name their fields where the kind of record
  /// is given.
  package func sentence(_ refusal: Refusal, kind: RecordKind? = nil) -> String {
    switch refusal {
    case .problems(let problems):
      ProblemText(words).sentences(problems, of: kind).joined(separator: " ")
    case .conflict(let conflicts, _):
      words("refusal.conflict", texts(conflicts, kind))
    case .changedSince(let link, let conflicts):
      words(
        "refusal.changedSince", ValueText(words).text(link), texts(conflicts, link.address.kind))
    case .stillReferredTo(let link): words("refusal.stillReferredTo", ValueText(words).text(link))
    case .cannotUndo(let lack): words("refusal.cannotUndo.\(lack.rawValue)")
    case .cannotErase(.caseOpen(let link)):
      words("refusal.cannotErase.caseOpen", ValueText(words).text(link))
    case .cannotErase(.ledger(let link, let until)):
      words(
        "refusal.cannotErase.ledger", ValueText(words).text(link), ValueText(words).text(until))
    case .cannotErase(.done(let link)):
      words("refusal.cannotErase.done", ValueText(words).text(link))
    case .laptop(.expired(let day)):
      words("refusal.laptop.expired", ValueText(words).text(day))
    case .laptop(let lack): words("refusal.laptop.\(lack.code)")
    case .notFound: words("refusal.notFound")
    case .notPermitted: words("refusal.notPermitted")
    case .busy: words("refusal.busy")
    case .stopped: words("refusal.stopped")
    case .nothingToUndo: words("refusal.nothingToUndo")
    case .nothingToRedo: words("refusal.nothingToRedo")
    case .earlier(let step): words("refusal.earlier", ValueText(words).text(step.at))
    case .storeMissing(let path): words("refusal.storeMissing", path)
    case .notAStore(let path): words("refusal.notAStore", path)
    case .notACopy(let path): words("refusal.notACopy", path)
    case .storeNewer(let path, let version): words("refusal.storeNewer", path, String(version))
    case .notWritable(let path): words("refusal.notWritable", path)
    case .storeExists(let path): words("refusal.storeExists", path)
    case .notPrivate(let path): words("refusal.notPrivate", path)
    case .looseFolder(let path): words("refusal.looseFolder", path)
    case .folderOfOther(let path, let owner): words("refusal.folderOfOther", path, owner)
    case .journalKeyMissing(let path): words("refusal.journalKeyMissing", path)
    case .unknownViewer(let name): words("refusal.unknownViewer", name)
    case .pledgeMissing: words("refusal.pledgeMissing")
    case .tooManyViews(let most): words("refusal.tooManyViews", String(most))
    case .storeReplaced(let path): words("refusal.storeReplaced", path)
    case .unreadable(let address, let field):
      words("refusal.unreadable", address.number, label(of: field, in: address.kind))
    case .storeDamaged(let path): words("refusal.storeDamaged", path)
    case .strayLog(let path): words("refusal.strayLog", path)
    case .diskFull: words("refusal.diskFull")
    case .roomMissing(let megabytes): words("refusal.roomMissing", String(megabytes))
    case .storage(let code, let message): words("refusal.storage", String(code), message)
    }
  }

  private func label(of field: String, in kind: RecordKind) -> String {
    RecordDescription.of(kind)[field].map { ValueText(words).label(of: $0, in: kind) } ?? field
  }

  /// `Field: yours / theirs` for each field.
  private func texts(_ conflicts: [FieldConflict], _ kind: RecordKind?) -> String {
    let values = ValueText(words)
    return conflicts.map { conflict in
      let field = kind.flatMap { RecordDescription.of($0)[conflict.field] }
      let shape = field?.shape ?? .text
      let label = zip2(kind, field).map { values.label(of: $1, in: $0) } ?? conflict.field
      let both = [conflict.yours, conflict.theirs].map { values.text($0, of: shape) }
      return "\(label) \(both.joined(separator: " / "))"
    }.joined(separator: words("list.separator"))
  }

  private func zip2<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    if let a, let b { (a, b) } else { nil }
  }
}
