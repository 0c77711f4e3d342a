"""The papers as plain data: where every decision of wording lives. Every format renders the same `Report`."""

from exports.blocks import Rendered, Report
from exports.case_sheet import case_report
from exports.minutes import minutes_report
from exports.run_sheet import run_sheet_report

__all__ = ["Rendered", "Report", "case_report", "minutes_report", "run_sheet_report"]
