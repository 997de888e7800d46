/// A key of forms and of other places where text is typed, for help and manual; what it does is in
/// the label tables under `fieldKey.<name>`.
///
/// No configuration changes these: what is typed there is text.
package struct FieldKey: Hashable, Sendable {
  package let keys: String
  package let name: String

  package static let all = [
    FieldKey(keys: "Tab  Enter  Down", name: "next"),
    FieldKey(keys: "S-Tab  Up", name: "previous"),
    FieldKey(keys: "Space", name: "list"),
    FieldKey(keys: "Ctrl-N  Ctrl-P", name: "step"),
    FieldKey(keys: "Ctrl-T", name: "today"),
    FieldKey(keys: "Ctrl-D", name: "duplicates"),
    FieldKey(keys: "Ctrl-S  F2", name: "save"),
    FieldKey(keys: "Esc  Ctrl-C  Ctrl-G", name: "close"),
    FieldKey(keys: "Ctrl-X", name: "discard"),
    FieldKey(keys: "Left  Right  Ctrl-B  Ctrl-F", name: "character"),
    FieldKey(keys: "Home  End  Ctrl-A  Ctrl-E", name: "line"),
    FieldKey(keys: "BS  Del", name: "delete"),
    FieldKey(keys: "Ctrl-W", name: "deleteWord"),
    FieldKey(keys: "Ctrl-U  Ctrl-K", name: "deleteLine"),
  ]
}
