import CVTerm
package import Foundation

/// Counts what bytes would have a terminal do, as libvterm's parser reads them.
package final class CommandCount {
  private let parser: OpaquePointer
  private let commands: UnsafeMutablePointer<VTermCommands>

  package init() {
    parser = vterm_new(24, 80)
    commands = .allocate(capacity: 1)
    commands.initialize(to: VTermCommands())
    vterm_set_utf8(parser, 1)
    cvterm_count_commands(parser, commands)
  }

  deinit {
    vterm_free(parser)
    commands.deallocate()
  }

  package func read(_ bytes: Data) {
    bytes.withUnsafeBytes {
      _ = vterm_input_write(
        parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  package var lineFeeds: Int { Int(commands.pointee.line_feeds) }
  /// Neither text nor the end of a line.
  package var others: Int { Int(commands.pointee.others) }
}
