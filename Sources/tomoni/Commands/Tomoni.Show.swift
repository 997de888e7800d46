import ArgumentParser
import CaseStore
import Casework
import Cells
import Exchange
import Terminal
import Wording

extension Tomoni {
  /// Prints one record with what happened around it.
  struct Show: ParsableCommand {
    /// How much of the timeline is printed; the desk and `list` have the rest.
    private static let timelineLimit = 1000

    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.show"))
    }

    @OptionGroup var kindArgument: KindArgument
    @Argument(help: .words("cli.argument.number", value: "ID")) var id: String
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    func run() throws {
      let kind = try kindArgument.read()
      let store = try OpenStore(options).store
      let address = try store.find(kind, id)
      let detail = try store.detail(address, limit: Self.timelineLimit)
      if format == .json || !StandardOutput.isTerminal {
        let number = detail.card.number
        try store.noteExport(
          ExportNote(pageOf: number, address, as: "show", format: format.rawValue))
      }
      switch format {
      case .text: try printText(detail)
      case .json: try StandardOutput.writeData(json(detail).text + "\n")
      }
    }

    private func json(_ detail: Detail) -> JSONValue {
      var members = Self.members(detail.card)
      members.append(
        JSONValue.Member(
          "timeline",
          .array(
            detail.timeline.map { card in
              .object(
                [JSONValue.Member("kind", .string(card.address.kind.rawValue))]
                  + Self.members(card))
            })))
      if detail.card.address.kind.isCase {
        members.append(
          JSONValue.Member(
            "deadlines", .array(detail.deadlines.map { .object(Self.members($0)) })))
      }
      return .object(members)
    }

    private static func members(_ card: Card) -> [JSONValue.Member] {
      let value = JSONValue(card, columns: RecordDescription.of(card.address.kind).fields)
      if case .object(let members) = value { return members } else { return [] }
    }

    private func printText(_ detail: Detail) throws {
      let measure = CellWidth.terminal
      let rows = Self.rows(detail.card)
      let width = rows.map { measure.columns(of: $0.label) }.max() ?? 0
      for row in rows {
        let label = measure.pad(row.label, to: width)
        try StandardOutput.writeLine("\(label)  \(row.text)")
      }
      for card in detail.deadlines + detail.timeline {
        let texts = Self.rows(card).map { "\($0.label): \($0.text)" }.joined(separator: "  ")
        let heading = "\(card.number) \(Speech.text("kind.\(card.address.kind.rawValue)"))"
        try StandardOutput.writeLine("")
        try StandardOutput.writeLine("\(heading)  \(texts)")
      }
    }

    /// The fields that hold something.
    private static func rows(_ card: Card) -> [(label: String, text: String)] {
      let kind = card.address.kind
      let words = ValueText(Speech.words)
      // What only serves the order and the filters of lists says nothing to a reader.
      let shown = RecordDescription.of(kind).fields.filter {
        $0.origin != .derived || !$0.uses.contains(.noForm)
      }
      return shown.compactMap { field in
        let text = words.text(card.shown(field.name), of: field.shape)
        return text.isEmpty ? nil : (words.label(of: field, in: kind), text)
      }
    }
  }
}

/// For people or for scripts.
enum TextFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
