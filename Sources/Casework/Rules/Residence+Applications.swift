extension DeadlineFacts {
  /// The application that carries a stay on: see `ResidenceRow.carrying`.
  ///
  /// - Parameter next: the row of the stay after it; nil for the present one.
  func application(of stay: ResidenceRow, before next: ResidenceRow? = nil) -> StatusApplication? {
    stay.carrying(applications.map(\.record), before: next)
  }
}

extension ResidenceRow {
  /// Of these applications the one by which this stay may go on: a renewal or a change that was filed
  /// since it began.
  ///
  /// One filed in time counts before one that came too late, one that is still decided before one that
  /// was, and else the later.
  ///
  /// - Parameter next: the row of the stay after it: what was filed since belongs to that.
  func carrying(
    _ applications: [StatusApplication], before next: ResidenceRow? = nil
  ) -> StatusApplication? {
    func rank(_ one: StatusApplication, _ filed: CivilDate) -> (Int, Int, CivilDate) {
      (expires.map { filed <= $0 } ?? true ? 1 : 0, one.result == nil ? 1 : 0, filed)
    }
    return applications.compactMap { one -> (StatusApplication, CivilDate)? in
      guard one.type.extendsStay, let filed = one.on, on.map({ $0 <= filed }) ?? true,
        next?.on.map({ filed < $0 }) ?? true
      else { return nil }
      return (one, filed)
    }
    .max { rank($0.0, $0.1) < rank($1.0, $1.1) }?.0
  }

  /// The row as the application by which it may go on tells it.
  ///
  /// That application wins over the day on the row, which was there before applications were records
  /// and which sheets still fill; without one the row stands as it is. Whichever of the two knows of a
  /// decision, it was decided: a stay is never shown longer than either allows.
  package func told(by application: StatusApplication?) -> ResidenceRow {
    guard let application, let filed = application.on else { return self }
    var row = self
    row.renewalAppliedOn = filed
    // Decided on a day that nobody knows, or never taken in: nothing is counted on.
    let isTaken = application.result != .notAccepted
    let decided = application.result.map { _ in isTaken ? application.resultOn ?? filed : filed }
    let known = renewalDecidedOn.flatMap { filed <= $0 ? $0 : nil }
    row.renewalDecidedOn = [decided, known].compactMap(\.self).min()
    return row
  }

  /// The same, by those of the applications of its case.
  package func told(byAny applications: [StatusApplication]) -> ResidenceRow {
    told(by: carrying(applications))
  }
}

extension Deadlines {
  /// Papers that were asked for and are not filed yet, by the day that the notice names.
  static func applications(_ facts: DeadlineFacts) -> [Deadline] {
    facts.applications.compactMap { row in
      let application = row.record
      guard let due = application.documentsDue, application.result == nil else { return nil }
      var asked = deadline(
        .applicationDocuments, of: row.address, from: due, since: application.on, stated: due)
      asked?.done = application.documentsFiledOn
      return asked
    }
  }
}
