"""The matrix of effect and feasibility (効果×実現性), and the list of what the section can begin with."""
