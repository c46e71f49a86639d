"""The searches around the image on the screen: other candidates, another instance, a region, the images ahead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from wsl_annotator.gui.controllers.candidate_controller import CandidateController
from wsl_annotator.gui.controllers.prefetch_controller import SWITCH, PrefetchController
from wsl_annotator.gui.controllers.search_again_controller import SearchAgainController

if TYPE_CHECKING:
    from wsl_annotator.gui.desk import Desk


class Searches(QObject):
    """Makes the three controllers, and joins them with the rest of the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.candidates = CandidateController(desk.session, desk.messages, self)
        self.again = SearchAgainController(
            session=desk.session,
            stack=desk.stack,
            canvas=desk.canvas,
            decode=desk.decode,
            network=desk.network,
            store=desk.store,
            settings=desk.settings,
            messages=desk.messages,
            parent=self,
        )
        self.ahead = PrefetchController(
            session=desk.session,
            network=desk.network,
            store=desk.store,
            settings=desk.settings,
            messages=desk.messages,
            neighbour=desk.image_panel.neighbour,
            is_busy=self._is_desk_busy,
            parent=self,
        )

    @property
    def running(self) -> bool:
        """Whether a search that a person asked for is under way; searching ahead does not count."""
        return self.again.running

    def _is_desk_busy(self) -> bool:
        return self._desk.is_running() or self._desk.is_busy()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Return what the actions do, by their names."""
        return {
            "next_candidate": self.candidates.next,
            "previous_candidate": self.candidates.previous,
            "another_instance": self.again.another,
            "search_region": self.again.arm_region,
        }

    @Slot()
    def cancel(self) -> None:
        """Stop what a person asked for."""
        self.again.cancel()

    @Slot()
    def abandon(self) -> None:
        """Forget every search at once, when the project closes; what was handed to the store is stored."""
        self.again.abandon()
        self.ahead.abandon()

    def connect(self) -> None:
        """Join the parts; after the connections of the actions and the session."""
        desk, again, ahead = self._desk, self.again, self.ahead
        desk.canvas.region_drawn.connect(again.on_region_drawn)
        for controller in (again, ahead):
            desk.session.image_changed.connect(controller.on_image_changed)
            desk.propose.identity_known.connect(controller.on_identity_known)
            desk.network.done.connect(controller.on_network_done)
            desk.network.failed.connect(controller.on_network_failed)
            desk.store.done.connect(controller.on_store_done)
            desk.store.failed.connect(controller.on_store_failed)
            controller.image_saved.connect(desk.lists.on_image_saved)
        desk.network.progressed.connect(again.on_network_progressed)
        desk.network.cancelled.connect(again.on_network_cancelled)
        again.began.connect(desk.windows.on_job_began)
        again.progressed.connect(desk.window.status.job.show_progress)
        again.ended.connect(desk.windows.on_job_ended)
        desk.network.started.connect(ahead.on_network_started)
        desk.network.produced.connect(ahead.on_network_produced)
        desk.actions[SWITCH].toggled.connect(ahead.on_switched)
        desk.session.content_changed.connect(ahead.begin_soon)
        for job in (desk.propose, desk.projects, again):
            job.ended.connect(ahead.begin_soon)
        desk.projects.closing.connect(self.abandon)
