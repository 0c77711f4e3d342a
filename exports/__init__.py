"""Papers: takes a frozen workshop or case and gives bytes. No Qt, no SQL."""
