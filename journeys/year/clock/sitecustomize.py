"""Python reads this by itself in a house whose clock was moved (`journeys/year/house.py`).

It stands in no package and on no path but the one that a story of a year gives to the programs
it starts itself, so no installation can be told another time by a variable.
"""

import os
import time

import time_machine

time_machine.travel(time.time() + float(os.environ["YEAR_MOVED"]), tick=True).start()
