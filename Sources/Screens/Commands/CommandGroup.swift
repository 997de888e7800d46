/// What kind of thing a command does: the headings of help and manual.
package enum CommandGroup: String, CaseIterable, Sendable {
  case moving, screens, lists, logging, changing, viewing, program

  /// The group of a command; what is in no list below changes records.
  package init(of name: CommandName) {
    let listed = Self.members.first { $0.names.contains(name) }?.group
    self = listed ?? (name.logs == nil ? .changing : .logging)
  }

  private static let members: [(group: Self, names: Set<CommandName>)] = [
    (
      .moving,
      [
        .up, .down, .top, .bottom, .pageUp, .pageDown, .halfUp, .halfDown, .open, .back, .nextPane,
        .scrollDetailDown, .scrollDetailUp,
      ]
    ),
    (.screens, [.today, .cases, .homestays, .salons, .jobs, .registers, .previousScreen]),
    (.screens, [.nextScreen]),
    (.lists, [.filter, .filterStatus, .filterMine, .filterOpen, .filterClear, .sort]),
    (.lists, [.sortReverse, .mark, .markRange, .markAll, .filterDue, .filterNoContact]),
    (.lists, [.filterAbsences, .filterStatusChanges]),
    (.viewing, [.language, .dates, .showPerson, .brief, .picture, .matchHosts, .matchAll]),
    (.viewing, [.matchJobs]),
    (.program, [.cancel, .help, .palette, .quit, .suspend, .redraw]),
  ]
}
