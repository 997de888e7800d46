package import Casework
package import Labels

/// How long a record has been in its stage, in words.
package struct StageText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// For a column: the days, with a mark where nobody moves it on.
  package func short(_ time: StageTime) -> String {
    (time.isStalled ? "!" : "") + String(time.days)
  }

  /// For a card: as `short`, with the unit.
  package func days(_ time: StageTime) -> String {
    (time.isStalled ? "!" : "") + words("stage.days", String(time.days))
  }

  /// For a card: that it waits, else the days where they are known.
  package func mark(_ card: Card, on today: CivilDate) -> String {
    card.isPaused ? words("stage.paused") : StageTime(card, on: today).map(days) ?? ""
  }

  /// For the page of a record.
  package func sentence(_ time: StageTime, since day: CivilDate) -> String {
    words(
      time.isStalled ? "stage.sinceStalled" : "stage.since", ValueText(words).text(day),
      String(time.days))
  }
}
