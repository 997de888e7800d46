/// How a sheet holds records of a kind as marks in a grid: names down, gatherings across.
package struct SheetGrid: Hashable, Sendable {
  /// The reference to what stands across, each by its heading.
  package let across: String
  /// The reference to whom a row is about.
  package let down: String
  /// The choice that a mark is a word for.
  package let mark: String
}
