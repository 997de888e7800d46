/// The check that an end is not before its start, such as `end` of a stay and its `start`.
enum DateOrder {
  static func problems<R: Record>(
    _ start: CivilDate?, _ end: CivilDate?, field: FieldKey<R, CivilDate?>
  ) -> [FieldProblem] {
    guard let start, let end, end < start else { return [] }
    return [FieldProblem(field, .endBeforeStart)]
  }
}
