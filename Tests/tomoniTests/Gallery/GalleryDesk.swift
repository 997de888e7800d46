import CaseStore
import Casework
import Cells
import Demo
import DeskWorld
import Foundation
import Labels
import Screens
import TestSupport
import Widgets

@testable import tomoni

/// A desk over the fictional organisation of a fixed day, which answers at once and writes nothing.
struct GalleryDesk {
  private let store: CaseStore
  private(set) var desk: Desk

  init(_ store: CaseStore, _ language: LabelLanguage, _ look: Gallery.Look) {
    self.store = store
    let surroundings = Desk.Surroundings(
      viewer: .coordinator(RecordID(1)), viewerLink: store.viewerLink,
      organisation: store.organisation.name, isDemo: true, today: Gallery.today, canSuspend: true)
    desk = Desk(
      surroundings, size: Gallery.size, language: language, width: .system,
      terminal: look.terminal)
    answer(desk.start())
  }

  mutating func type(_ macro: String) {
    for key in DeskHarness.keys(macro) { answer(desk.update(.key(key))) }
  }

  private mutating func answer(_ asked: [Effect]) {
    var open = asked
    while !open.isEmpty {
      let effect = open.removeFirst()
      // What is typed for a picture is nobody's draft.
      if case .keep = effect { continue }
      if let reply = store.reply(to: effect) { open += desk.receive(reply) }
    }
  }

  private var form: RecordForm? {
    if case .form(let form) = desk.overlays.last { form } else { nil }
  }

  /// Goes to a field of the form on top, as far as it has one.
  mutating func go(to field: String) {
    for _ in form?.view.fields ?? [] where form?.view.focused?.id.hasSuffix(".\(field)") == false {
      type("<Tab>")
    }
  }

  /// Goes down a list until some keys open a box, which stays; what else they open is left.
  mutating func find(_ keys: String, _ isFound: (Desk) -> Bool) {
    for _ in 0..<40 {
      type(keys)
      if isFound(desk) { return }
      type("<Esc><Esc>j")
    }
  }
}
