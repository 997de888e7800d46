package import Casework

/// A fictional organisation: the same for the same seed and day, whatever store it is saved in.
package struct DemoOrganisation {
  package let cases: Int
  package let seed: UInt64
  /// The day on which the desk opens; everything happens on the days before it.
  package let today: CivilDate
  /// In which its people write; what happens is the same.
  package let language: DeskLanguage
  /// The first coordinator, whom the store has from its making on.
  package let coordinator: RecordID
  /// How much is told of each case.
  var detail: Office.Detail { told ?? (cases > Self.mostDetailed ? .sparse : .full) }
  /// How much is told, where it does not go by the number of cases.
  var told: Office.Detail?

  /// - Parameters:
  ///   - cases: how many there are.
  ///   - coordinator: who is there from the making of the store on.
  package init(
    cases: Int, seed: UInt64, today: CivilDate, coordinator: RecordID = RecordID(1),
    language: DeskLanguage = .ja
  ) {
    self.language = language
    self.cases = cases
    self.seed = seed
    self.today = today
    self.coordinator = coordinator
  }

  /// An office has at most this many cases; a larger organisation is several offices.
  ///
  /// One office is planned at a time, so that memory does not grow with the number of cases.
  static let casesInOffice = 200

  package static func name(in language: DeskLanguage) -> String {
    data(language).texts("organisation").first ?? ""
  }

  /// The first coordinator, whom the store has from its making on.
  package static func coordinator(in language: DeskLanguage) -> Staff {
    let name = data(language).told("coordinator").first
    var staff = Staff()
    staff.name = name?.ja ?? ""
    staff.nameKana = data(language).told("coordinator.kana").first?.ja ?? ""
    staff.nameRoman = name?.en ?? ""
    staff.language = language == .ja ? nil : language
    return staff
  }

  private static let known = MadeOnce<DeskLanguage, DemoData>()

  private static func data(_ language: DeskLanguage) -> DemoData {
    known.value(of: language) { DemoData(language) }
  }

  /// Tells the whole organisation, office by office, each in the order of time.
  ///
  /// - Parameters:
  ///   - save: saves one change at the moment it happens and answers with the record.
  ///   - progress: called after each new case with the number of cases so far and in all.
  /// - Throws: `DemoFailure` with what `save` threw, and what `progress` throws.
  package func fill(
    _ save: (Change, Instant) throws -> Saved, progress: (_ done: Int, _ total: Int) throws -> Void
  ) rethrows {
    var random = SplitMix64(seed: seed)
    var done = 0
    while done < cases {
      var office = Office(
        size: min(Self.casesInOffice, cases - done), today: today.dayNumber,
        detail: detail, data: Self.data(language), random: SplitMix64(seed: random.next()))
      office.plan(coordinator: done == 0 ? coordinator : nil)
      var player = ScriptPlayer(office.script)
      for step in office.script.stepsInTime {
        try player.play(step, save)
        if step.change.kind == .case, step.opensCase {
          done += 1
          try progress(done, cases)
        }
      }
    }
  }

  /// With more cases than this each has fewer contacts, notes and follow-ups: 100,000 cases come
  /// with about 500,000 events.
  private static let mostDetailed = 2000
}

extension Script.Step {
  fileprivate var opensCase: Bool { change.values["person"] != nil }
}
