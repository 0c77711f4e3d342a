"""The papers as plain data: where every decision of wording lives. Every format renders the same `Report`."""

from exports.blocks import Rendered, Report
from exports.minutes import minutes_report

__all__ = ["Rendered", "Report", "minutes_report"]
