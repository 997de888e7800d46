/// What somebody told of a pledge: twice a year, at the meetings of the network.
package struct PledgeUpdate: Record {
  package var pledge = Reference<Pledge>(RecordID(0))
  package var on: CivilDate?
  package var stage: PledgeStage?
  package var participation: ParticipationLevel?
  package var disbursed: Int?
  package var reporter = ""
  package var salon: Reference<Salon>?
  package var progress: LongText = ""
  package var staff: Reference<Staff>?

  package init() {}

  package static let kind = RecordKind.pledgeUpdate
  package static let letter = "PU"
  package static let titleFields = names(\.reporter, \.stage)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<PledgeUpdate>] = [
    Field("pledge", \.pledge, required: true, uses: .filter, column: Column(1, width: 28)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(2, width: 10)),
    // What the pledge says from now on; empty: it stands as it did.
    Field("stage", \.stage, uses: .filter, column: Column(3, width: 8)),
    Field("participation", \.participation, column: Column(6, width: 14)),
    Field("disbursed", \.disbursed, column: Column(7, width: 14), range: 0...Pledge.moneyLimit),
    Field("reporter", \.reporter, uses: .search, column: Column(4, width: 16)),
    // The meeting at which it was told.
    Field("salon", \.salon, uses: .filter, column: Column(8, width: 20)),
    Field("progress", \.progress, required: true, uses: .search, column: Column(5, width: 30)),
    Field("staff", \.staff),
  ]
}
