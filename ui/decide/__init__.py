"""The screen where the room votes and decides: dots, decisions, and who does what until when."""
