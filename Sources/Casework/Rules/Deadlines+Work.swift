/// Deadlines that come with a job: the employer's report and the notice of a change of employer.
extension Deadlines {
  static func work(_ facts: DeadlineFacts) -> [Deadline] {
    facts.placements.flatMap { row -> [Deadline] in
      let placement = row.record
      var deadlines: [Deadline?] = []
      // By the 10th where the person is insured, else by the end of the month: the earlier day.
      if let start = placement.startedOn, [.started, .retentionSupport].contains(placement.stage) {
        deadlines.append(
          deadline(.employersReport, of: row.address, from: start, doubts: [.assumed]))
      }
      if facts.residences.first?.record.statusOfResidence.tellsOfEmployers == true,
        let change = placement.endedOn ?? placement.startedOn
      {
        deadlines.append(deadline(.changeOfEmployerNotice, of: row.address, from: change))
      }
      return deadlines.compactMap(\.self)
    }
  }
}
