/// Who was erased, or would be, and from what.
package struct ErasureReport: Hashable, Sendable {
  /// By number alone.
  package var cases: [Link]
  /// How many records lost something, by kind.
  package var records: [RecordKind: Int]
  /// How many entries of the journal were emptied.
  package var entries: Int

  package init(cases: [Link], records: [RecordKind: Int], entries: Int) {
    self.cases = cases
    self.records = records
    self.entries = entries
  }
}
