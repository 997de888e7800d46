/// How the system treats what goes through a terminal, as `stty` shows it.
package struct LineMode: Hashable {
  package var input: UInt32
  package var output: UInt32
  package var control: UInt32
  package var local: UInt32
}
