import CVTerm

/// The programs that the build left beside the tests.
package enum BuiltProduct {
  /// The path of an executable of this package.
  package static func path(_ name: String) -> String {
    let bundle = String(cString: cvterm_own_path())
    return bundle.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/") + "/" + name
  }
}
