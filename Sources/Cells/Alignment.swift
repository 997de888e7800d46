/// At which side of its columns a text stands.
package enum Alignment: Hashable, Sendable {
  case left, right
}
