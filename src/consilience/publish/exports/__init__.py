"""Forms for other tools, a module each: event data, tables, networks, timelines, calendars, linked data.

Whatever the form, three things survive: what did not simply happen says so in words wherever a reader or a program
looks first; every cell leads to its sentences by document and code points; and the same record gives the same bytes.
"""
