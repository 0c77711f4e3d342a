"""What a workshop is, and how it is kept. No Qt and no typesetting in here."""
