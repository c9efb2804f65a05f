"""The words and signs of a Swift source, without its comments and what its text literals say."""

import collections
import re

# space: whether white space stands behind it, which tells a ternary's colon from a label's.
Token = collections.namedtuple("Token", "text line is_word space")

SKIPPED = re.compile(r"//[^\n]*|\s+")
WORD = re.compile(r"[@#$]?`?[^\W\d]\w*`?|\$\d+")
NUMBER = re.compile(r"\d[\w]*(?:\.\d\w*)?")
QUOTE = re.compile(r'#*"""|#*"')


def tokens(source):
    """All of them; what a text literal interpolates stands among them."""
    found = []
    _read(source, 0, 1, None, found)
    return found


def _read(source, place, line, closing, found):
    """Reads up to the bracket that closes an interpolation, or to the end; gives both places."""
    depth = 0
    while place < len(source):
        skipped = SKIPPED.match(source, place)
        if skipped:
            line += skipped.group().count("\n")
            place = skipped.end()
            continue
        if source.startswith("/*", place):
            end = _after_comment(source, place)
            line += source.count("\n", place, end)
            place = end
            continue
        quote = QUOTE.match(source, place)
        if quote:
            place, line = _read_text(source, quote.end(), line, quote.group(), found)
            continue
        word = WORD.match(source, place) or NUMBER.match(source, place)
        text = word.group() if word else source[place]
        if closing:
            depth += {"(": 1, ")": -1}.get(text, 0)
            if depth < 0:
                return place + 1, line
        place += len(text)
        is_word = bool(word) and not text[0].isdigit()
        found.append(Token(text.strip("`"), line, is_word, source[place : place + 1].isspace()))
    return place, line


def _after_comment(source, place):
    depth = 0
    while place < len(source):
        if source.startswith("/*", place):
            depth += 1
        elif source.startswith("*/", place):
            depth -= 1
        else:
            place += 1
            continue
        place += 2
        if depth == 0:
            break
    return place


def _read_text(source, place, line, quote, found):
    """Past a text literal; what it interpolates is read."""
    hashes = "#" * quote.count("#")
    end = quote.lstrip("#") + hashes
    escape = "\\" + hashes
    found.append(Token('"', line, False, False))
    while place < len(source):
        if source.startswith(end, place):
            return place + len(end), line
        if source.startswith(escape + "(", place):
            place, line = _read(source, place + len(escape) + 1, line, ")", found)
        elif source.startswith(escape, place):
            place += len(escape) + 1
        else:
            line += source[place] == "\n"
            place += 1
    return place, line
