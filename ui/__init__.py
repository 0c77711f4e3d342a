"""Qt. Shows what the models say and turns gestures into edits."""
