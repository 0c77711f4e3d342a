"""The screen of cases: one's own, made from actions, and those received from elsewhere."""
