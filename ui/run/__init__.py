"""The run screen 進行: the room's clock, the current item, what comes next."""
