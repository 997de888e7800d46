/// A record that the box over everything finds.
package struct FoundRecord: Hashable, Sendable {
  package let link: Link
  package var isCase: Bool { link.address.kind == .case }
  /// Whether it is somebody themselves, who may have a case.
  package var isPerson: Bool { link.address.kind == .person }
  /// The case it is about; nil for a record that is about none.
  package var about: Link?
  /// The line of it in which the words stand, where its name does not hold them.
  package var excerpt: String

  package init(_ link: Link, about: Link? = nil, excerpt: String = "") {
    self.link = link
    self.about = about
    self.excerpt = excerpt
  }
}

/// One question of the box over everything: what is typed, and in which kinds it is looked for now.
package struct LookUp: Hashable, Sendable {
  package let text: String
  package let kinds: [RecordKind]

  package init(_ text: String, in kinds: [RecordKind]) {
    self.text = text
    self.kinds = kinds
  }

  /// So many of a kind are named.
  package static let most = 8
}

extension RecordDescription {
  /// Whether its records are found by their words, whoever of the staff looks.
  package var isFoundByWords: Bool {
    !isMadeByStore && !access.isPrivate && fields.contains { $0.uses.contains(.search) }
  }
}
