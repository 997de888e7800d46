/// A manual page as a value, before it is written in a format.
struct ManualPage: Hashable {
  enum Block: Hashable {
    case heading(String)
    case paragraph(String)
    /// A word, a command or keys, and what it means.
    case term(String, String)
    /// Lines as they are to be typed.
    case lines([String])
  }

  struct Section: Hashable {
    var title: String
    var blocks: [Block]

    init(_ title: String, _ blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  var name: String
  var summary: String
  var sections: [Section]
}
