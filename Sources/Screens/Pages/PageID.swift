package import Casework

/// Which page asked: the answer goes there, and nowhere else.
package enum PageID: Hashable, Sendable {
  /// Today, or the list of a screen.
  case screen(ScreenID)
  /// The picture shown in the place of a screen's list.
  case picture(ScreenID)
  /// An opened record.
  case detail(RecordAddress)
  /// The record beside the list.
  case beside
  /// The roll of a gathering.
  case roll(RecordAddress)
  /// A page to read: it asks for nothing.
  case reading
  /// The registers in groups.
  case registers
  /// The box of something long that somebody waits for.
  case work
  /// The wizard that brings a sheet in.
  case sheet
  /// The cards that are pointed at.
  case cards
  /// The fictional day of the demo.
  case training
  /// No page: whom the viewer stands in for concerns all of them.
  case desk
}

/// What a page asks to be read.
package enum PageQuestion: Hashable, Sendable {
  /// A piece of a list; the answer to a question that the page asks no more changes nothing.
  case page(PageRequest)
  case count(ListQuery)
  /// How many records several lists hold.
  case counts([ListQuery])
  /// Every record of a list, up to a number.
  case all(PageRequest)
  /// Everything the list of the day needs.
  case today(TodayRequest)
  /// What a picture of a list is drawn from.
  case picture(PictureRequest)
  /// A record with what happened around it.
  case record(RecordAddress)
  /// The numbers of a period: they are counted beside the desk.
  case report(ReportRequest)
  /// A piece of the journal, and how many entries at most.
  case journal(JournalFilter, limit: Int)
  /// What the journal can be narrowed by.
  case journalNames
  /// A file outside the store: it is read, tried and brought in beside the desk.
  case sheet(SheetRequest)
}

/// What was read, with the question.
package enum PageAnswer: Hashable, Sendable {
  case page(PageRequest, Page)
  case count(ListQuery, ListCount)
  case counts([ListQuery], [ListCount])
  case all(PageRequest, Page)
  case today(TodayRequest, TodayAnswer)
  case picture(PictureRequest, PictureRows)
  case record(Detail)
  case report(ReportRequest, Report)
  case journal(JournalFilter, JournalPiece)
  case journalNames(JournalNames)
  case sheet(SheetRequest, SheetReply)
  /// How far it is, while it is counted.
  case working(ReportRequest, WorkProgress)
  /// Why it was not counted, or that somebody stopped it.
  case unread(ReportRequest, Refusal)
}

/// A piece of a list that the desk needs.
package struct PageRequest: Hashable, Sendable {
  package var query: ListQuery
  package var anchor: ListAnchor
  package var count: Int
  package var fields: [String]
}
