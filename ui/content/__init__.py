"""The screen of what a format works on beside its notes: knacks, cases and own work, or the steps of a process."""
