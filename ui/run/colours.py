"""The colours of urgency, the same on the private screen and on the projector."""

from models.meeting import Alert
from ui.theme import ERROR, ERROR_TINT, KEY, KEY_TINT, TEXT, WARNING_TINT, WHITE

SOON_TEXT = "#6e5600"
"""A darker warning text, 6.5:1 on its tint: the clock is read from the back row."""

INK = {Alert.NONE: TEXT, Alert.SOON: SOON_TEXT, Alert.LAST: ERROR, Alert.OVER: WHITE}
GROUND = {Alert.NONE: WHITE, Alert.SOON: WARNING_TINT, Alert.LAST: ERROR_TINT, Alert.OVER: ERROR}
BAR = {Alert.NONE: KEY, Alert.SOON: "#927200", Alert.LAST: ERROR, Alert.OVER: WHITE}
BAR_GROUND = {Alert.NONE: KEY_TINT, Alert.SOON: "#eadfb5", Alert.LAST: "#f8d3d3", Alert.OVER: ERROR}
