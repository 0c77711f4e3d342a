"""What people bring: pasted text, text files, workbooks, surveys."""
