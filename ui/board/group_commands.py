"""What is done to groups as a whole and to groups of groups, whether asked by a key, a button or the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.language import gettext as _

if TYPE_CHECKING:
    from models.board import Cluster
    from ui.board.view import BoardView


class GroupCommands:
    """Commands on the groups of what is selected in a view."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    def groups(self) -> list[Cluster]:
        """The groups of the chosen notes, in the groups' order."""
        return self._view.commands.clusters()

    def _ids(self) -> list[str]:
        return [cluster.id for cluster in self.groups()]

    def families(self) -> list[str]:
        """The bigger groups of the chosen notes, in their order."""
        ids = {cluster.family_id for cluster in self.groups()}
        return [family.id for family in self._view.edits.workshop.ordered_families() if family.id in ids]

    def framed(self) -> list[str]:
        """The bigger groups that are chosen as one."""
        return [i for i in self._view.board.frames if i in self._view.board.chosen_frames]

    # bigger groups

    def can_grow(self) -> bool:
        """Whether the chosen groups can become a bigger one: two at the least, and not one already."""
        groups = self.groups()
        homes = {cluster.family_id for cluster in groups}
        whole = len(homes) == 1 and None not in homes and self._are_all(homes.copy().pop(), len(groups))
        return len(groups) > 1 and not whole

    def _are_all(self, family_id: str | None, count: int) -> bool:
        return family_id is not None and len(self._view.board.family_groups(family_id)) == count

    def grow(self) -> None:
        """The chosen groups become a bigger group; its title is asked for afterwards. Beside one they join it."""
        groups, families = self.groups(), self.families()
        if not self.can_grow():
            self._say_why_not(len(groups))
            return
        ids = [cluster.id for cluster in groups]
        inside = all(cluster.family_id is not None for cluster in groups)
        if families and not (inside and len(families) == 1):
            if self._view.edits.things.enter(ids, families[0]):
                self.show(families[0])
            return
        made = self._view.edits.things.bigger(ids)
        if made is not None:
            self.show(made)
            self._view.edit_family.emit(made)

    def _say_why_not(self, count: int) -> None:
        if count < 2:
            self._view.noticed.emit(_("Choose two groups or more: they become a bigger group."), "success")

    def show(self, family_id: str) -> None:
        """A bigger group is chosen, and in sight."""
        board = self._view.board
        if family_id in board.frames:
            board.choose_frame(family_id)
            frame = board.frames[family_id]
            self._view.ensureVisible(frame.rect, 24, 24)
            self._view.ensureVisible(frame.head(), 24, 24)

    def leave(self) -> None:
        """The chosen groups stand for themselves again."""
        chosen = self._view.commands.chosen()
        if self.families() and self._view.edits.things.leave(self._ids()):
            self._view.board.select(chosen)
            self._view.reveal(chosen)

    def dissolve(self) -> bool:
        """The bigger groups that are chosen as one are no more. False when none is."""
        framed = self.framed()
        return bool(framed) and self._view.edits.things.dissolve(framed)

    def edit_title(self) -> bool:
        """Edit the title of the bigger group that is chosen as one. False when none is."""
        framed = self.framed()
        if framed:
            self._view.ensureVisible(self._view.board.frames[framed[0]].head(), 16, 16)
            self._view.edit_family.emit(framed[0])
        return bool(framed)

    def widen(self) -> None:
        """Choose more: of a note its group, of a group the bigger group it is in."""
        board, groups = self._view.board, self._ids()
        members = {i for group in groups for i in board.members(group)}
        chosen = set(self._view.commands.chosen())
        if not members <= chosen:
            board.select(members | chosen)
            return
        for number, family_id in enumerate(self.families()):
            board.choose_frame(family_id, add=number > 0)

    # piles

    def are_piles(self) -> bool:
        """Whether all chosen groups are piles."""
        groups = self.groups()
        return bool(groups) and all(cluster.stacked for cluster in groups)

    def switch_piles(self) -> None:
        """The chosen groups become piles; when all are, they are laid out again."""
        groups = self.groups()
        if not groups:
            return
        chosen, stacking = self._view.commands.chosen(), not self.are_piles()
        wanted = [cluster.id for cluster in groups if cluster.stacked is not stacking]
        if not self._view.edits.things.stack(wanted, on=stacking):
            self._view.noticed.emit(_("One of its notes is locked, so the group stays as it is."), "warning")
        self._view.board.select(chosen)
        self._view.reveal(chosen[:1])

    def lay_out(self, cluster_id: str) -> None:
        """A pile is laid out again."""
        if self._view.edits.things.stack([cluster_id], on=False):
            self._view.reveal(self._view.board.members(cluster_id))
