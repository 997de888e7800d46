/// What is written into the journal of what a volunteer was shown, or asked for in vain: which records
/// and which of their fields, and never a word that stands in them or that was looked for.
package enum LookNote {
  /// Their words are `exportNote.<code>` in the label tables, where those of exports stand.
  package enum Detail: String, CaseIterable, Sendable {
    /// What the records of a list are.
    case kind = "lookKind"
    /// Which of them, as `RecordSpans`.
    case records = "lookRecords"
    case rows = "lookRows"
    /// What else was shown with a record, as `contact:3-5`.
    case around = "lookAround"
    /// The fields that were read, by name.
    case fields = "lookFields"
    /// Keyed, so that the same words can be found again and nobody reads them there.
    case searched = "lookSearched"
    /// The key by which the person had come in, by its fingerprint.
    case key = "lookKey"
  }
}
