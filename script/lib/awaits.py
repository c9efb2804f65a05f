"""Say where an awaited value stands behind another element, as FILE:LINE: RULE.

    awaits.py FILE…               every tuple
    awaits.py --calls FILE…       arguments, payloads and elements of literals as well
    awaits.py --self-test FILE    FILE marks the lines that must be found: // lost, or // calls

Swift 6.3.1 at -O loses what stands before `try await` in a tuple: in the closure of a task or of a
group's child, where a catch yields another one. Arguments and literals came through whenever that was
tried; in what is installed they are kept from it all the same. A constant of its own is safe.
"""

import re
import sys

RULE = "an awaited value stands behind another element: give it a constant of its own"
SKIPPED = re.compile(r'//[^\n]*|/\*.*?\*/|#*"""|#*"|\s+', re.S)
WORD = re.compile(r"`?[A-Za-z_]\w*`?|\d[\w.]*")


class Group:
    """What is open: its bracket, whether a call's, and which of its elements holds an await."""

    def __init__(self, bracket, is_call, is_awaited):
        self.bracket = bracket
        self.is_call = is_call
        self.is_awaited = is_awaited
        self.element = 0
        self.awaits = []


def skip_text(source, place, quote, nested):
    """Past a text literal; what it interpolates is source again, and goes to `nested`."""
    hashes = quote.count("#")
    end = quote.lstrip("#") + "#" * hashes
    escape = "\\" + "#" * hashes
    while place < len(source):
        if source.startswith(end, place):
            return place + len(end)
        if source[place] == "\n" and len(end) == hashes + 1:
            # No text literal of one line: a quote in a regular expression, say.
            return place
        if source.startswith(escape + "(", place):
            place += len(escape) + 1
            began, depth = place, 1
            while place < len(source) and depth:
                inner = re.match(r'#*"""|#*"', source[place : place + 12])
                if inner:
                    place = skip_text(source, place + inner.end(), inner.group(), nested)
                    continue
                depth += {"(": 1, ")": -1}.get(source[place], 0)
                place += 1
            nested.append((began, place - 1))
        else:
            place += len(escape) + 1 if source.startswith(escape, place) else 1
    return place


def findings(source, begin=0, end=None):
    """Yield (position, whether a tuple's) of each await behind another element."""
    stack = [Group("{", False, False)]
    place, end, nested = begin, len(source) if end is None else end, []
    last, in_loop = "", False
    while place < end:
        skipped = SKIPPED.match(source, place)
        if skipped:
            text = skipped.group()
            place = skipped.end()
            if text.endswith('"'):
                place = skip_text(source, place, text, nested)
                last = '"'
            continue
        word = WORD.match(source, place)
        if word:
            # In `for await (a, b) in c` the tuple is a pattern.
            in_loop = word.group() == "for" or in_loop and word.group() in ("try", "await")
            last = word.group()
            if last == "await":
                stack[-1].awaits.append((stack[-1].element, place))
            place = word.end()
            continue
        sign = source[place]
        if sign in "([{":
            touches = place > begin and re.match(r'[\w)\]>?!}`"]', source[place - 1])
            stack.append(Group(sign, sign == "(" and bool(touches), last == "await" and not in_loop))
        elif sign in ")]}" and len(stack) > 1:
            group = stack.pop()
            yield from judged(group, place)
            if group.bracket != "{" and (group.awaits or group.is_awaited):
                where = group.awaits[0][1] if group.awaits else place
                stack[-1].awaits.append((stack[-1].element, where))
        elif sign == ",":
            stack[-1].element += 1
        last = sign
        place += 1
    for span in nested:
        yield from findings(source, *span)


def judged(group, closed):
    """What is wrong with a group that has just been closed."""
    if group.bracket == "{" or group.element == 0:
        return
    is_tuple = group.bracket == "(" and not group.is_call
    if is_tuple and group.is_awaited:
        yield closed, True
        return
    behind = [place for element, place in group.awaits if element > 0]
    if behind:
        yield behind[0], is_tuple


def lines_of(path, calls):
    """The lines of a file that break the rule."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    found = {place for place, is_tuple in findings(source) if is_tuple or calls}
    return sorted({source.count("\n", 0, place) + 1 for place in found}), source


def self_test(path):
    """Hold what is found against what a file says must be."""
    status = 0
    for calls, marks in ((False, ("lost",)), (True, ("lost", "calls"))):
        found, source = lines_of(path, calls)
        wanted = [
            number
            for number, line in enumerate(source.split("\n"), 1)
            if line.rstrip().endswith(tuple("// " + mark for mark in marks))
        ]
        for number in sorted(set(found) ^ set(wanted)):
            verb = "finds what is right" if number in found else "does not find what is wrong"
            print(f"{path}:{number}: the rule on awaited elements {verb}")
            status = 1
        if not wanted:
            print(f"{path}:1: marks no line")
            status = 1
    return status


def main(arguments):
    if arguments[0] == "--self-test":
        return self_test(arguments[1])
    calls = arguments[0] == "--calls"
    for path in arguments[calls:]:
        for number in lines_of(path, calls)[0]:
            print(f"{path}:{number}: {RULE}")
    return 0


sys.exit(main(sys.argv[1:]))
