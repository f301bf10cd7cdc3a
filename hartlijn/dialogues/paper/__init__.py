"""When phones or network fail, or are not wanted: cards on paper, typed in afterwards.

``letters`` says what is printed beside each box, ``typed`` reads a line that somebody types off a
card. Both are pure. What is kept is the same as what a phone sends.
"""
