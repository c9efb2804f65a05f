"""Say which declarations nothing uses, and which only tests do, as FILE:LINE: RULE.

    unused.py LIST                of Sources, but for those that LIST allows, each with its reason
    unused.py --self-test FILE    FILE marks the lines that must be found: // unused, or // tests

Names are compared, not types: a declaration is used where its name stands as a word that is no
declaration, no label, no local and not what is assigned to; without a dot before it only in its own
type; a function or an initializer only where a call has its labels; a case only where it is more than
matched. So what shares its name with something used may be missed, and nothing used is found, but for
what the language or a library calls by itself. Locals are the compiler's. LIST has a line for each
that is allowed: TYPE.NAME REASON, *.NAME for any type, or TYPE.* for a type and all that it has.
"""

import os
import sys

from swift_tokens import tokens

DECLARING = {"func", "var", "let", "case", "struct", "class", "enum", "protocol", "actor",
             "typealias", "init", "extension"}
TYPES = {"struct", "class", "enum", "protocol", "actor", "extension"}
OPENING = {"(": ")", "[": "]", "{": "}"}
# Types whose members are read by what the compiler makes for them.
READ_WHOLE = {"Encodable", "Codable", "Decodable", "CodingKey"}


class Declaration:
    """A member or a top-level name: where it stands and, of a function, which labels a call has.

    `labels` are those that it needs and those that it may have, or None.
    """

    def __init__(self, name, line, labels=None, owner=None, is_case=False):
        self.name = name
        self.line = line
        self.labels = labels
        self.owner = owner
        self.is_case = is_case

    @property
    def full_name(self):
        return "%s.%s" % (self.owner, self.name) if self.owner else self.name


class Use:
    """Where a name stands; of a call, its labels, and whether a closure behind it stands for more.

    `within` has the types around it, where no dot is before it: only these can have such a member.
    """

    def __init__(self, name, labels=None, within=None, is_pattern=False, has_closure=False):
        self.name = name
        self.labels = labels
        self.within = within
        self.is_pattern = is_pattern
        self.has_closure = has_closure

    def fits(self, declaration):
        """Whether a call with these labels can be one of it."""
        if self.labels is None or declaration.labels is None:
            return True
        needed, possible = declaration.labels
        return self.labels <= possible and len(needed - self.labels) <= 2 * self.has_closure


class Scope:
    """What an open bracket holds: of a type's body its name, else the names that are its own."""

    def __init__(self, bracket, owner=None, is_read_whole=False, locals=()):
        self.bracket = bracket
        self.owner = owner
        self.is_read_whole = is_read_whole
        self.locals = set(locals)


def matching(found, start):
    """The place of the bracket that closes the one at start."""
    depth = 0
    for place in range(start, len(found)):
        text = found[place].text
        depth += (text in OPENING) - (text in OPENING.values())
        if depth == 0:
            return place
    return len(found) - 1


def is_label(found, place):
    """Whether the word here is a label: a colon stands right behind it, as behind no ternary's."""
    return (found[place].is_word and not found[place].space and place + 1 < len(found)
            and found[place + 1].text == ":")


def parameters(found, start):
    """What opens here: the labels that a call needs and may have, the names, where they end."""
    end = matching(found, start)
    needed, possible, names, place, depth, begins = set(), set(), set(), start + 1, 0, True
    while place < end:
        token = found[place]
        if depth == 0 and begins and token.is_word and not token.text.startswith("@"):
            label, has_default = token.text, False
            names.add(token.text if is_label(found, place) else found[place + 1].text)
            inner = place
            nested = 0
            while inner < end and not (nested == 0 and found[inner].text == ","):
                text = found[inner].text
                nested += (text in OPENING or text == "<") - (text in OPENING.values())
                nested -= text == ">" and found[inner - 1].text != "-"
                has_default = has_default or nested == 0 and text == "="
                inner += 1
            if label != "_":
                possible.add(label)
            if label != "_" and not has_default:
                needed.add(label)
            place, begins = inner, False
            continue
        if token.text == "," and depth == 0:
            begins = True
        place += 1
    return (needed, possible), names, end


def call_labels(found, start):
    """The labels of the arguments that open here, and whether a closure follows them."""
    end = matching(found, start)
    labels, depth = set(), 0
    for place in range(start + 1, end):
        text = found[place].text
        depth += (text in OPENING) - (text in OPENING.values())
        if depth == 0 and is_label(found, place):
            labels.add(text)
    return labels, end + 1 < len(found) and found[end + 1].text == "{"


class File:
    """What one source declares, and what it uses."""

    def __init__(self, source):
        self.found = tokens(source)
        self.declarations = []
        self.uses = []
        # Those whose members stand without a dot elsewhere, too: protocols, classes.
        self.inherited = set()
        # The names that a protocol requires: whoever has them is used through it.
        self.required = set()
        self.protocols = set()
        self.types = set()
        self.open = []
        # The scope that the next { opens.
        self.pending = None
        # Where a pattern ends that is being read.
        self.pattern_end = -1
        self.read()

    @property
    def is_in_type(self):
        return not self.open or self.open[-1].owner is not None

    @property
    def owners(self):
        return {scope.owner for scope in self.open if scope.owner}

    @property
    def owner(self):
        return self.open[-1].owner if self.open else None

    @property
    def is_read_whole(self):
        return bool(self.open) and self.open[-1].is_read_whole

    def is_local(self, name):
        return any(name in scope.locals for scope in self.open)

    def read(self):
        found, place = self.found, 0
        while place < len(found):
            token = found[place]
            before = found[place - 1].text if place else ""
            if token.text in OPENING:
                scope = self.pending if token.text == "{" else None
                if token.text == "{":
                    scope = scope or Scope("{", locals=self.closure_parameters(place))
                    self.pending = None
                self.open.append(scope or Scope(token.text))
            elif token.text in OPENING.values():
                if self.open:
                    self.open.pop()
            elif token.text in DECLARING and before not in {".", "import"} and not is_label(found, place):
                place = self.declare(place)
                continue
            elif token.is_word:
                self.use(place, before)
            place += 1

    def declare(self, place):
        """Notes what is declared here; gives the place to read on from."""
        found, keyword = self.found, self.found[place].text
        following = found[place + 1] if place + 1 < len(found) else None
        if keyword == "init":
            return self.declare_function("init", place)
        if keyword == "case" and not self.owner:
            self.pattern_end = self.end_of_pattern(place + 1)
            return place + 1
        if following is None or not following.is_word:
            # An operator, or a tuple pattern.
            return place + 1
        if keyword == "class" and following.text in DECLARING:
            return place + 1
        if keyword == "case":
            return self.declare_cases(place + 1)
        if keyword == "func":
            return self.declare_function(following.text, place + 1)
        if keyword in TYPES:
            return self.declare_type(keyword, place + 1)
        if self.is_in_type:
            self.note(following, place)
            return place + 2
        if found[place + 2].text in {",", "{", "else"}:
            # if let x { is a use of x; case .a(let x, let y) is none, and x is no member's name there.
            self.use(place + 1, "")
        self.open[-1].locals.add(following.text)
        return place + 2

    def note(self, name, place, labels=None):
        words = self.modifiers(place)
        if not self.is_read_whole and "override" not in words and "required" not in words:
            self.declarations.append(Declaration(name.text, name.line, labels, self.owner))
        if self.owner in self.protocols:
            self.required.add(name.text)

    def closure_parameters(self, place):
        """The names before `in`, where a closure opens; what it captures is used."""
        found, names, captured, place = self.found, set(), [], place + 1
        if found[place].text == "[":
            end = matching(found, place)
            captured = [token for token in found[place + 1 : end] if token.is_word]
            place = end + 1
        while found[place].is_word or found[place].text in "(),:[]?.":
            if found[place].text == "in" and not is_label(found, place):
                self.uses += [Use(token.text, None, self.owners) for token in captured]
                return names | {token.text for token in captured}
            if found[place].text in {"for", "if", "guard", "let", "return", "try", "await", "switch"}:
                break
            names.add(found[place].text)
            place += 1
        return set()

    def end_of_pattern(self, place):
        """Where what `case` matches ends: at a colon, an equals sign or `where`."""
        depth = 0
        while place < len(self.found):
            text = self.found[place].text
            depth += (text in OPENING) - (text in OPENING.values())
            if depth < 0 or depth == 0 and text in {":", "=", "where"}:
                return place
            place += 1
        return place

    def modifiers(self, place):
        """The words before a declaration, on its statement."""
        words = []
        while place and self.found[place - 1].is_word and len(words) < 6:
            place -= 1
            words.append(self.found[place].text)
        return words

    def declare_cases(self, place):
        """case a, b(c: D) = "e"."""
        found = self.found
        while True:
            if not self.is_read_whole:
                self.declarations.append(
                    Declaration(found[place].text, found[place].line, None, self.owner, True))
            place += 1
            if found[place].text == "(":
                end = matching(found, place)
                self.use_types(place + 1, end)
                place = end + 1
            if found[place].text == "=":
                place += 2
            if found[place].text != ",":
                return place
            place += 1

    def declare_function(self, name, place):
        found = self.found
        start = place + 1
        while found[start].text not in "({":
            start += 1
        if found[start].text != "(":
            return place + 1
        labels, names, end = parameters(found, start)
        if self.is_in_type:
            self.note(found[place], place if name == "init" else place - 1, labels)
        self.use_types(place + 1, end)
        # A requirement of a protocol has no body; the next { is somebody else's.
        place = end + 1
        while place < len(found) and found[place].text not in {"{", "}"} | DECLARING - {"let", "case"}:
            place += 1
        if place < len(found) and found[place].text == "{":
            self.pending = Scope("{", locals=names)
        return end + 1

    def use_types(self, start, end):
        """Of parameters, the types and the defaults are uses, the names are not."""
        for place in range(start, end):
            token, following = self.found[place], self.found[place + 1]
            if token.is_word and not is_label(self.found, place) and not (
                    following.is_word and is_label(self.found, place + 1)):
                self.use(place, self.found[place - 1].text)

    def declare_type(self, keyword, place):
        found, name = self.found, self.found[place].text
        last = place
        while keyword == "extension" and found[last + 1].text == ".":
            last += 2
        end = last + 1
        while found[end].text != "{":
            end += 1
        words = {token.text for token in found[last + 1 : end]}
        self.uses += [Use(token.text) for token in found[last + 1 : end] if token.is_word]
        if keyword != "extension":
            self.types.add(name)
            if "@main" not in self.modifiers(place - 1):
                self.declarations.append(Declaration(name, found[place].line))
        if keyword in {"protocol", "class"}:
            self.inherited.add(name)
        if keyword == "protocol":
            self.protocols.add(name)
        is_raw = keyword == "enum" and bool(
            words & {"CaseIterable", "String", "Int", "UInt8", "Character", "RawRepresentable"})
        self.pending = Scope("{", found[last].text, bool(words & READ_WHOLE) or is_raw)
        return end

    def use(self, place, before):
        found, token = self.found, self.found[place]
        following = found[place + 1].text if place + 1 < len(found) else ""
        bracket = self.open[-1].bracket if self.open else ""
        if bracket == "(" and is_label(found, place) and before != ".":
            return
        if before == "." and following == "=" and found[place + 2].text != "=":
            return
        if before != "." and following != "(" and self.is_local(token.text):
            return
        labels, has_closure = (
            call_labels(found, place + 1) if following == "(" else (None, False))
        is_compared = before == "." and found[place - 2].text == "=" and (
            found[place - 3].text in {"=", "!"})
        self.uses.append(Use(token.text, labels, None if before == "." else self.owners,
                             place < self.pattern_end or is_compared, has_closure))


class Uses:
    """What some files use, by name."""

    def __init__(self, files):
        self.names = {}
        for file in files:
            for use in file.uses:
                self.names.setdefault(use.name, []).append(use)

    def has(self, declaration, anywhere):
        """Whether one of them can be a use of it; `anywhere` has types and names without a place."""
        name, owner = declaration.name, declaration.owner
        uses = self.names.get(name, [])
        if name == "init":
            made = self.names.get(owner, []) + self.names.get("Self", [])
            uses = uses + [use for use in made if use.labels is not None]
        elif owner and not anywhere & {owner, name}:
            uses = [use for use in uses if use.within is None or owner in use.within]
        if declaration.is_case:
            uses = [use for use in uses if not use.is_pattern]
        return any(use.fits(declaration) for use in uses)


def read(*roots):
    files = {}
    for root in roots:
        for folder, _, names in sorted(os.walk(root)):
            for name in sorted(names):
                if name.endswith(".swift"):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as text:
                        files[path] = File(text.read())
    return files


def findings(files, tests, others):
    """Yield (path, declaration, rule)."""
    everything = [*files.values(), *others.values()]
    used, tested = Uses(everything), Uses(tests.values())
    types = set().union(*(file.types for file in everything))
    owners = {declaration.owner for file in everything for declaration in file.declarations}
    anywhere = (owners - types).union(*(file.inherited | file.required for file in everything))
    for path, file in files.items():
        for declaration in file.declarations:
            if not used.has(declaration, anywhere):
                by_tests = tested.has(declaration, anywhere)
                yield path, declaration, (
                    "only tests use %s" if by_tests else "nothing uses %s") % declaration.full_name


def allowed(path):
    """The names of the list, each with its line; what is wrong with a line is said."""
    lines = {}
    with open(path, encoding="utf-8") as text:
        for number, line in enumerate(text, 1):
            words = line.split()
            if not words or line.startswith("#"):
                continue
            if len(words) < 2:
                print("%s:%d: no reason given" % (path, number))
            lines[words[0]] = number
    return lines


def check(path):
    lines = allowed(path)
    needed = set()
    for file, declaration, rule in findings(read("Sources"), read("Tests"), read("Benchmarks")):
        names = {declaration.full_name, "*." + declaration.name,
                 "%s.*" % (declaration.owner or declaration.name)} & lines.keys()
        needed |= names
        if not names:
            print("%s:%d: %s; or %s says why" % (file, declaration.line, rule, path))
    for name in sorted(lines.keys() - needed):
        print("%s:%d: %s is used, or not there" % (path, lines[name], name))


def self_test(path):
    with open(path, encoding="utf-8") as text:
        source = text.read()
    main, tests = source.split("// The tests.\n")
    rules = {declaration.line: rule for _, declaration, rule in findings(
        {path: File(main)}, {path: File(tests)}, {})}
    for number, line in enumerate(main.split("\n"), 1):
        mark = line.partition("// ")[2]
        wanted = {"unused": "nothing uses", "tests": "only tests use"}.get(mark, "None")
        if not str(rules.get(number)).startswith(wanted):
            print("%s:%d: script/lib/unused.py says %s" % (path, number, rules.get(number)))


if sys.argv[1:2] == ["--self-test"]:
    self_test(sys.argv[2])
else:
    check(sys.argv[1])
