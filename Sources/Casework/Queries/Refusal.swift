/// Why the store did not do what it was asked; nothing was written where one is thrown.
///
/// The words are `refusal.<code>` in the label tables.
package enum Refusal: Error, Hashable, Sendable {
  /// What is wrong with the record, field by field.
  case problems([FieldProblem])
  /// Somebody saved the same fields since the person began.
  case conflict([FieldConflict], currentVersion: Int)
  /// No such record, or one the viewer may not know of: the two are not told apart.
  case notFound
  /// The viewer may not do this.
  case notPermitted
  /// Another process held the file longer than the wait.
  case busy
  case nothingToUndo
  /// Nothing was taken back, or something was changed after it.
  case nothingToRedo
  /// What would be taken back, or done again, was not made at this desk; nothing was until it is
  /// confirmed.
  case earlier(EarlierStep)
  /// An undo would overwrite a change somebody made since.
  case changedSince(Link, [FieldConflict])
  /// A record cannot be taken back while others refer to it.
  case stillReferredTo(Link)
  /// A step of the journal that was pointed at cannot be taken back.
  case cannotUndo(UndoLack)
  /// Somebody cannot be erased.
  case cannotErase(Erasure.Lack)
  /// A copy that was taken along cannot be used, or not be brought home.
  case laptop(LaptopLack)

  /// There is no file at the path.
  case storeMissing(path: String)
  /// The file is no backup of a store.
  case notACopy(path: String)
  /// The file is no store of Tomoni's.
  case notAStore(path: String)
  /// A newer program wrote it; this one does not touch it.
  case storeNewer(path: String, version: Int)
  /// The file or its folder cannot be written.
  case notWritable(path: String)
  /// A store is already there.
  case storeExists(path: String)
  /// Others than its owner may read the file, its journal key or its folder.
  case notPrivate(path: String)
  /// Others can exchange what lies in a folder above the store.
  case looseFolder(path: String)
  /// A folder on the way to the store is neither the caller's nor root's.
  case folderOfOther(path: String, owner: String)
  /// The key that the journal is chained with does not lie beside the store.
  case journalKeyMissing(path: String)
  /// Nobody of the staff or the volunteers belongs to this account or key.
  case unknownViewer(String)
  /// No case is shown before the confidentiality pledge is recorded.
  case pledgeMissing
  /// A volunteer opened as many records as they may within an hour.
  case tooManyViews(Int)
  /// The file that is open is not at its path any more, or another one is.
  case storeReplaced(path: String)
  /// What a record holds in a field is none of the field's values.
  case unreadable(RecordAddress, field: String)
  /// The file is damaged.
  case storeDamaged(path: String)
  /// The write-ahead log beside the file belongs to another state of it; the path is the log's.
  case strayLog(path: String)
  /// The disk is full.
  case diskFull
  /// The disk has so many megabytes less room than bringing the store up to date, or the copy that a
  /// long sheet is tried in, may take.
  case roomMissing(megabytes: Int)
  /// The person stopped what was being read.
  case stopped
  /// SQLite reports something else; its code and sentence for support.
  case storage(code: Int, message: String)
}

/// A field that two people changed.
package struct FieldConflict: Hashable, Sendable {
  package var field: String
  package var yours: FieldValue
  package var theirs: FieldValue

  package init(_ field: String, yours: FieldValue, theirs: FieldValue) {
    self.field = field
    self.yours = yours
    self.theirs = theirs
  }
}
