import Casework
import Cells
import Widgets

/// A page that shows the records of a list as a picture, in the place of the list.
struct Picture: Hashable, Sendable {
  private enum Content: Hashable, Sendable {
    case calendar(SalonCalendar)
    case stays(StayChart)
    case board(StageBoard)
  }

  private var content: Content
  /// What was asked last; nil where it is to be asked again.
  private(set) var asked: PictureRequest?

  /// Nil for a list that has no picture.
  init?(of list: ListScreen, today: CivilDate) {
    switch list.id {
    case .salons: content = .calendar(SalonCalendar(today))
    case .homestays: content = .stays(StayChart(today))
    case .jobs: content = .board(StageBoard(list.query))
    default: return nil
    }
  }

  var view: any PictureView {
    get {
      switch content {
      case .calendar(let view): view
      case .stays(let view): view
      case .board(let view): view
      }
    }
    set {
      switch newValue {
      case let view as SalonCalendar: content = .calendar(view)
      case let view as StayChart: content = .stays(view)
      case let view as StageBoard: content = .board(view)
      default: break
      }
    }
  }

  /// Lets the same be read again.
  mutating func forget() { asked = nil }

  /// What is to be read now; nil where it was asked already.
  mutating func missing(in region: Region) -> PictureRequest? {
    let request = view.request(in: region)
    guard request != asked else { return nil }
    asked = request
    return request
  }

  var mode: KeyMode { type(of: view).mode }
}
