package import Casework

extension ValueText {
  /// What the form of a draft is about, and what is typed in it that a person recognises it by.
  package func name(of draft: FormDraft) -> String {
    [draft.subject, draft.title].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
