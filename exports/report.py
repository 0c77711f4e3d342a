"""The papers as plain data: where every decision of wording lives. Every format renders the same `Report`."""

from exports.blocks import Rendered, Report
from exports.case_sheet import case_report
from exports.minutes import minutes_report

__all__ = ["Rendered", "Report", "case_report", "minutes_report"]
