"""決める: the vote beside what the room decided and who does what; the matrix, and the list that comes out of it."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.agenda import AgendaPhase
from models.board import Cluster, DotVote, Note
from models.decisions import ActionItem, Decision
from models.edits import deciding
from models.edits.change import Edit
from models.language import gettext as _
from models.workshop import Details
from ui.decide.action_card import ActionCard
from ui.decide.decision_card import DecisionCard
from ui.decide.item_list import ItemList
from ui.decide.matrix.doable import DoablePane
from ui.decide.matrix.pane import MatrixPane
from ui.decide.tabs import Tab, Tabs
from ui.decide.votes import VotesPane
from ui.live_document import LiveDocument
from ui.notice import Notice
from ui.panes import TwoPanes, list_page
from ui.theme import UNIT

BOTH_FROM = 900
"""From this width on, px, the vote and what was decided stand side by side."""

TAB_OF_PHASE = {AgendaPhase.VOTE: Tab.VOTE, AgendaPhase.PAYOFF: Tab.MATRIX, AgendaPhase.OWNERS: Tab.DECIDED}


class DecideScreen(QWidget):
    """The vote, decisions and actions. `case_requested(action_id)` asks for a case to be made of an action."""

    case_requested = Signal(str)

    def __init__(self, live: LiveDocument) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live = live
        self._come_for = ""
        self._behind = False
        self.votes = VotesPane(live)
        self.decisions = ItemList(_("Decisions"), _teaching_decisions(), (_("Add a decision"), self.begin_decision))
        self.homework = ItemList(_("Actions"), _teaching_actions(), (_("Add an action"), self.begin_action))
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.addWidget(self.notice)
        self.tabs = Tabs()
        column.addWidget(self.tabs)
        self.matrix, self.doable = MatrixPane(live), DoablePane(live)
        self.pages = QStackedWidget()
        for page in (self._two_panes(), self.matrix, self.doable):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        self._connect()
        self._sync()
        self.show_tab(Tab.VOTE)

    def shown(self) -> None:
        """Called when the screen comes to the front: with what the room's item is about, the first time in it."""
        item = self._live.workshop.current_item()
        if item is not None and item.id != self._come_for:
            self._come_for = item.id
            if item.phase in TAB_OF_PHASE:
                self.show_tab(TAB_OF_PHASE[item.phase])

    def show_tab(self, tab: Tab) -> None:
        """Bring a part to the front; a draft in which nothing was written is left behind."""
        if tab is not Tab.DECIDED:
            self._drop_untouched()
        self.tabs.show_tab(tab)
        self.pages.setCurrentIndex(max(0, tab - 1))
        if tab in (Tab.VOTE, Tab.DECIDED):
            self.panes.show_pane(tab)

    def begin_decision(self, cluster_id: str | None = None) -> None:
        """Open a new decision, for a group or for none."""
        card = DecisionCard(self._live, cluster_id=self._group(cluster_id))
        card.delete_wanted.connect(self._delete_decision)
        self.decisions.begin(card)

    def begin_action(self, cluster_id: str | None = None) -> None:
        """Open a new action, for a group or for none."""
        card = ActionCard(self._live, cluster_id=self._group(cluster_id))
        self._follow_action(card)
        self.homework.begin(card)

    def flush(self) -> None:
        """Save what is being typed now."""
        for part in (self.votes, self.decisions, self.homework):
            part.flush()

    def _group(self, weighed_id: str | None) -> str | None:
        """The group with this id, None for a lone note: its words are not put into anybody's mouth."""
        return weighed_id if weighed_id in self._live.workshop.clusters else None

    def _two_panes(self) -> TwoPanes:
        left, right = (_("Vote"), self.votes), (_("Decisions and actions"), self._right())
        self.panes = TwoPanes(left, right, both_from=BOTH_FROM - 4 * UNIT, shares=(2, 3), switches=False)
        return self.panes

    def _right(self) -> QScrollArea:
        area, column = list_page()
        self._area = area
        column.addWidget(self.decisions)
        column.addSpacing(2 * UNIT)
        column.addWidget(self.homework)
        column.addStretch(1)
        return area

    def _connect(self) -> None:
        self._live.changed.connect(self._changed)
        self.votes.decision_wanted.connect(self.begin_decision)
        self.votes.action_wanted.connect(self.begin_action)
        for page in (self.matrix, self.doable):
            page.action_wanted.connect(self.begin_action)
        self.matrix.decision_wanted.connect(self.begin_decision)
        self.doable.matrix_wanted.connect(lambda: self.show_tab(Tab.MATRIX))
        self.tabs.chosen.connect(lambda tab: self.show_tab(Tab(tab)))
        self.decisions.opened.connect(self._decision_opened)
        self.homework.opened.connect(self._action_opened)

    def _decision_opened(self, decision_id: str) -> None:
        self.homework.fold()
        self._reveal(self.decisions.cards[decision_id])

    def _action_opened(self, action_id: str) -> None:
        self.decisions.fold()
        self._reveal(self.homework.cards[action_id])

    def _changed(self, edit: Edit) -> None:
        self.notice.clear()  # what it offers to take back is the last edit no more
        if edit.touches(Cluster, Note, DotVote, Details):
            self.votes.follow()
        if edit.touches(Decision, ActionItem, Cluster, Note):
            self._behind = not self.isVisible()
            if not self._behind:
                self._sync()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: what was changed elsewhere is there."""
        if self._behind:
            self._behind = False
            self._sync()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """One goes elsewhere: nobody finds an empty card later."""
        if not event.spontaneous():  # else minimised
            self._drop_untouched()
        super().hideEvent(event)

    def _drop_untouched(self) -> None:
        for part in (self.decisions, self.homework):
            part.drop_untouched()

    def _sync(self) -> None:
        workshop = self._live.workshop
        self.decisions.sync([decision.id for decision in workshop.ordered_decisions()], self._decision_card)
        self.homework.sync([action.id for action in workshop.ordered_actions()], self._action_card)

    def _decision_card(self, decision_id: str) -> DecisionCard:
        card = DecisionCard(self._live, self._live.workshop.decisions[decision_id])
        card.delete_wanted.connect(self._delete_decision)
        return card

    def _action_card(self, action_id: str) -> ActionCard:
        card = ActionCard(self._live, self._live.workshop.actions[action_id])
        self._follow_action(card)
        return card

    def _follow_action(self, card: ActionCard) -> None:
        card.delete_wanted.connect(self._delete_action)
        card.case_wanted.connect(self._request_case)

    def _request_case(self, action_id: str) -> None:
        self.flush()
        if action_id in self._live.workshop.actions:
            self.case_requested.emit(action_id)

    def _delete_decision(self, decision_id: str) -> None:
        workshop = self._live.workshop
        if decision_id not in workshop.decisions:
            self.decisions.drop(decision_id)
        elif self._live.apply(deciding.delete_decision(workshop, decision_id)):
            self.notice.tell(_("The decision was deleted."), (_("Take it back"), self._take_back))
        self.decisions.add_button.setFocus()

    def _delete_action(self, action_id: str) -> None:
        workshop = self._live.workshop
        if action_id not in workshop.actions:
            self.homework.drop(action_id)
        elif self._live.apply(deciding.delete_action(workshop, action_id)):
            self.notice.tell(_("The action was deleted."), (_("Take it back"), self._take_back))
        self.homework.add_button.setFocus()

    def _take_back(self) -> None:
        self.notice.clear()
        self._live.undo()

    def _reveal(self, card: QWidget) -> None:
        """Scroll an opened card to the top, once the page has its new height."""
        self.show_tab(Tab.DECIDED)
        QTimer.singleShot(0, card, lambda: self._area.verticalScrollBar().setValue(self._top(card)))

    def _top(self, card: QWidget) -> int:
        top = card.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        return self._area.verticalScrollBar().value() + top - UNIT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tabs.arrange(both=self.width() >= BOTH_FROM)


def _teaching_decisions() -> str:
    return _("What the room agreed on, with its reason. The minutes list it under decisions.")


def _teaching_actions() -> str:
    return _("Who does what until when. Begin with what your own division can do; a small first step is enough.")
