#!/usr/bin/env python3
"""Hold docs/seed.md and docs/keystone-seed.5 to what is made from the JSON Schema, as FILE:LINE: RULE.

    reference.py          say which of the two is not what would be made
    reference.py --renew  make both anew, and say which keys no example shows

Both are docs/seed.in.md with a section for each kind of mapping, in the order in which they are come
across. A key's description in the schema says what it means; its sentence that begins with "Left out,"
is its default; one that ends with "over v3" is a key that v2.0 has nothing for. docs/examples/KIND.yaml
is shown with its section.
"""

import json
import os
import re
import sys

SCHEMA = "Seeds/keystone-seed.schema.json"
SOURCE = "docs/seed.in.md"
EXAMPLES = "docs/examples"
MARK = "<!-- keys -->"
REFERENCE = "#/definitions/"
BOTH, V3 = "v2.0, v3", "v3"


class Section:
    """A kind of mapping: where it is come across first, its keys, and what else may stand there."""

    def __init__(self, name, path, meaning, definition, api):
        self.name, self.path, self.meaning, self.api = name, path, meaning, api
        required = definition.get("required", [])
        self.keys = [Key(key, shape, key in required, api)
                     for key, shape in definition["properties"].items()]
        self.example = None
        file = "%s/%s.yaml" % (EXAMPLES, name)
        if os.path.exists(file):
            self.example = read(file)

    @property
    def title(self):
        return self.path or "At the top"


class Key:
    """A row of a section's table."""

    def __init__(self, name, schema, is_required, api):
        self.name = name
        text = schema.get("description")
        if text is None and "$ref" in schema:
            text = target(schema).get("description")
        sentences = re.split(r"(?<=\.) (?=[A-Z])", text or "")
        left_out = [one for one in sentences if one.startswith("Left out, ")]
        self.meaning = " ".join(one for one in sentences if one not in left_out)
        self.type = type_of(schema)
        self.left_out = left_out[0][len("Left out, "):].rstrip(".") if left_out else "not managed"
        if self.left_out == "it is not managed":
            self.left_out = "not managed"
        if is_required:
            self.left_out = "an error"
        self.api = V3 if api == V3 or re.search(r"\b[Oo]ver v3\.?$", self.meaning) else BOTH


def read(path):
    with open(path, encoding="utf-8") as text:
        return text.read()


def schema():
    return json.loads(read(SCHEMA))


def target(reference):
    return ROOT["definitions"][reference["$ref"][len(REFERENCE):]]


def joined(words):
    """Several as one, without those that are said twice."""
    words = list(dict.fromkeys(word for word in words if word))
    return ", or ".join(words)


def type_of(shape):
    """What a value of that shape looks like, in words."""
    if "$ref" in shape:
        name = shape["$ref"][len(REFERENCE):]
        if "properties" in target(shape):
            return "mapping"
        return "text" if name == "text" else type_of(target(shape))
    if "const" in shape:
        return word(shape["const"])
    if "enum" in shape:
        return joined(word(value) for value in shape["enum"])
    for several in "anyOf", "oneOf":
        if several in shape:
            return joined(type_of(one) for one in shape[several])
    if "allOf" in shape and "type" not in shape:
        return joined(type_of(one) for one in shape["allOf"])
    types = shape.get("type", [])
    types = [types] if isinstance(types, str) else types
    if "array" in types:
        return "list of %s" % plural(type_of(shape.get("items", {})))
    if "object" in types:
        of = shape.get("additionalProperties")
        return "mapping from names to %s" % plural(type_of(of)) if isinstance(of, dict) else "mapping"
    if "boolean" in types and "string" not in types:
        return "true or false"
    if "integer" in types or types == ["number"]:
        return "number"
    if "string" in types:
        return "text"
    return "" if types == ["null"] else "anything"


def word(value):
    return "`%s`" % (value if isinstance(value, str) else json.dumps(value))


def plural(words):
    return joined(re.sub(r"^(text|mapping|list|number)\b", r"\1s", one)
                  for one in words.split(", or "))


def sections():
    """Each kind of mapping once, from the top downwards."""
    found = [Section("seed", "", ROOT.get("description", ""), ROOT, BOTH)]
    known = set()

    def visit(shape, path, meaning, api):
        if not isinstance(shape, dict):
            return
        if "$ref" in shape:
            name, definition = shape["$ref"][len(REFERENCE):], target(shape)
            if "properties" in definition:
                if name not in known:
                    known.add(name)
                    section = Section(name, path, meaning, definition, api)
                    found.append(section)
                    walk(definition, section)
                return
            return visit(definition, path, meaning, api)
        for several in "anyOf", "oneOf", "allOf":
            for one in shape.get(several, []):
                visit(one, path, meaning, api)
        visit(shape.get("additionalProperties"), path + " NAME:", meaning, api)
        visit(shape.get("items"), path + " -", meaning, api)

    def walk(definition, section):
        apis = {key.name: key for key in section.keys}
        for name, shape in definition["properties"].items():
            path = "%s %s:" % (section.path, name) if section.path else "%s:" % name
            visit(shape, path, apis[name].meaning, apis[name].api)

    walk(ROOT, found[0])
    return found


def lacking(all_sections):
    """Yield the keys that no example shows, each with its section."""
    everything = "\n".join(section.example or "" for section in all_sections)
    for section in all_sections:
        for key in section.keys:
            if not re.search(r"\b%s:" % re.escape(key.name), everything):
                yield section.title, key.name


# As Markdown.

def cell(text):
    return re.sub(r"(\$?\$?\{[^`}]*\}?|\$\([a-z_]+\)s)", r"`\1`", text).replace("|", "\\|")


def markdown(all_sections):
    body = []
    for section in all_sections:
        body.append("### %s\n" % ("`%s`" % section.path if section.path else section.title))
        if section.meaning:
            body.append(cell(section.meaning) + "\n")
        body.append("| key | type | left out | API | meaning |\n| --- | --- | --- | --- | --- |")
        for key in section.keys:
            body.append("| `%s` | %s | %s | %s | %s |" % (
                key.name, key.type, cell(key.left_out), key.api, cell(key.meaning)))
        body.append("")
        if section.example:
            body.append("```yaml\n%s```\n" % section.example)
    head = "<!-- Made by script/lib/reference.py --renew; change %s or the schema instead. -->\n\n" % SOURCE
    return head + read(SOURCE).replace(MARK + "\n", "\n".join(body).rstrip() + "\n")


# As a manual page.

ROFF = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}


def escaped(text):
    text = "".join(ROFF.get(letter, letter) for letter in text)
    return "\\&" + text if text.startswith(".") else text


def inline(text):
    """Escaped words; what stands in backquotes is bold, in asterisks italic."""
    parts = re.split(r"(`[^`]+`|\*[^*]+\*)", text)
    return "".join(
        "\\fB%s\\fR" % escaped(part[1:-1]) if part.startswith("`") and len(part) > 1
        else "\\fI%s\\fR" % escaped(part[1:-1]) if re.fullmatch(r"\*[^*]+\*", part)
        else escaped(part) for part in parts)


def paragraph(text):
    text = inline(" ".join(text.split()))
    return ".PP\n%s\n" % ("\\&" + text if text.startswith((".", "\\(aq")) else text)


def code(text):
    lines = "".join(escaped(line) + "\n" for line in text.splitlines())
    return ".PP\n.RS 4\n.nf\n%s.fi\n.RE\n" % lines


def table(lines):
    rows = [[inline(one.strip()) for one in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    rows = [rows[0]] + rows[2:]
    return ".PP\n.TS\n%s.\n%s\n.TE\n" % (
        "l " * len(rows[0]), "\n".join("\t".join(row) for row in rows))


def manual(all_sections):
    page = ["'\\\" t\n.TH KEYSTONE\\-SEED 5 \"\" \"keystone\\-seed\"\n.SH NAME\n"
            "keystone\\-seed.yaml \\- what a Keystone holds, declared in a file\n.SH DESCRIPTION\n"]
    for block in re.split(r"\n\n+", read(SOURCE).strip()):
        if block.startswith("# "):
            continue
        if block.startswith("## "):
            page.append(".SH \"%s\"\n" % escaped(block[3:].upper()))
        elif block == MARK:
            page += [manual_section(section) for section in all_sections]
        elif block.startswith("|"):
            page.append(table(block.splitlines()))
        else:
            page.append(paragraph(block))
    return "".join(page)


def manual_section(section):
    text = ".SS \"%s\"\n" % escaped(section.title)
    if section.meaning:
        text += inline(section.meaning) + "\n"
    for key in section.keys:
        text += ".TP\n\\fB%s\\fR\n" % escaped(key.name)
        text += inline(key.meaning or "See there.") + "\n"
        text += ".br\n\\fI%s\\fR; left out: %s%s\n" % (
            inline(key.type).replace("\\fR", "\\fI"), inline(key.left_out),
            "; over v3" if key.api == V3 else "")
    return text + (code(section.example) if section.example else "")


ROOT = schema()


def main(arguments):
    all_sections = sections()
    made = {"docs/seed.md": markdown(all_sections), "docs/keystone-seed.5": manual(all_sections)}
    if arguments == ["--renew"]:
        for path, text in made.items():
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        for title, key in lacking(all_sections):
            print("%s: no example in %s shows %s" % (title, EXAMPLES, key))
    elif arguments:
        sys.exit(__doc__)
    else:
        for path, text in made.items():
            if not os.path.exists(path) or read(path) != text:
                print("%s:1: is not what script/lib/reference.py --renew makes" % path)


if __name__ == "__main__":
    main(sys.argv[1:])
