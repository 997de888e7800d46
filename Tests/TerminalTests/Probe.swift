import Cells
import TestSupport

/// Starts the probe, and returns when it shows its first frame.
func startProbe(
  _ arguments: String..., terminal: String = "xterm-256color",
  size: Size = Size(rows: 24, columns: 80), environment: [String: String] = [:],
  answers: Bool = false, background: String? = nil
) throws -> PseudoTerminal {
  let probe = try PseudoTerminal(
    running: BuiltProduct.path("terminal-probe"), arguments, environment: environment, size: size,
    terminal: terminal, answers: answers, background: background)
  if answers { try probe.wait(for: "角") } else { try probe.waitForEvents("") }
  return probe
}

extension PseudoTerminal {
  /// Waits until the probe shows exactly these events, and its cursor behind them, which is the
  /// last that it sends of a frame.
  func waitForEvents(_ events: String, within limit: Duration = .seconds(10)) throws {
    let column = min(events.count + 1, size.columns - 1)
    try wait(until: "the events are: \(events)", within: limit) {
      $0.row(1) == events + "." && $0.cursor == Position(row: 1, column: column)
    }
  }
}
