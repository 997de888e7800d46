/// That what ends does not end before it starts.
enum DateOrder {
  static func problems<R: Record>(
    _ start: CivilDate?, _ end: CivilDate?, field: FieldKey<R, CivilDate?>
  ) -> [FieldProblem] {
    guard let start, let end, end < start else { return [] }
    return [FieldProblem(field, .endBeforeStart)]
  }
}
