"""How a Japanese paper is set: numerals and dates, glyphs, lines, pages."""
