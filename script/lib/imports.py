"""Say where a target imports what Package.swift does not have it depend on, as FILE:LINE: RULE.

    imports.py PURE…            a target of these names imports none of the system's modules either
    imports.py --self-test FILE   FILE marks the lines that must be found: // not a dependency, // system

SwiftPM's own check (--explicit-target-dependency-import-check) sees the package's own targets alone, and
not the products of others: NIO would be everybody's.
"""

import json
import os
import re
import subprocess
import sys

# What a target may import without saying so.
SYSTEM = {"Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"}
IMPORT = re.compile(
    r"^(?:@\w+(?:\(\w*\))? +)*(?:(?:public|package|internal|fileprivate|private) +)?"
    r"import +(?:(?:struct|class|enum|protocol|func|var|let|typealias) +)?(\w+)"
)


def findings(target, dependencies, is_pure, source):
    """Yield (line, rule) of a target's file."""
    for number, line in enumerate(source.split("\n"), 1):
        found = IMPORT.match(line)
        if not found or found.group(1) in dependencies:
            continue
        if found.group(1) not in SYSTEM:
            yield number, "%s imports %s, which Package.swift does not have it depend on" % (
                target, found.group(1))
        elif is_pure:
            yield number, "%s does no IO and imports nothing of the system's: %s" % (
                target, found.group(1))


def targets():
    """Yield (name, folder, dependencies) of each that Package.swift names, in Swift's spelling."""
    dump = subprocess.run(["swift", "package", "dump-package"], stdout=subprocess.PIPE, check=True)
    for target in json.loads(dump.stdout)["targets"]:
        folder = target.get("path") or os.path.join(
            "Tests" if target["type"] == "test" else "Sources", target["name"])
        names = {"Testing"} if folder.startswith("Tests/") else set()
        names |= {(list(dependency.values())[0][0]).replace("-", "_")
                 for dependency in target["dependencies"]}
        yield target["name"], folder, names


def check(pure):
    known = list(targets())
    for root in "Sources", "Benchmarks":
        for folder in sorted(os.scandir(root), key=lambda entry: entry.path):
            if folder.is_dir() and all(folder.path != path for _, path, _ in known):
                print("%s:1: Package.swift has no target of it" % folder.path)
    for name, folder, dependencies in known:
        for place, _, files in sorted(os.walk(folder)):
            for file in sorted(files):
                path = os.path.join(place, file)
                if file.endswith(".swift"):
                    with open(path, encoding="utf-8") as text:
                        for line, rule in findings(name, dependencies, name in pure, text.read()):
                            print("%s:%d: %s" % (path, line, rule))


def self_test(path):
    with open(path, encoding="utf-8") as text:
        source = text.read()
    marks = {"not a dependency": "depend on", "system": "of the system's"}
    for is_pure in False, True:
        found = dict(findings("T", {"Own", "Product"}, is_pure, source))
        for number, line in enumerate(source.split("\n"), 1):
            mark = line.partition("// ")[2]
            wanted = marks.get(mark) if is_pure or mark != "system" else None
            if (wanted is None) != (number not in found) or wanted and wanted not in found[number]:
                print("%s:%d: script/lib/imports.py says %s" % (path, number, found.get(number)))


if sys.argv[1:2] == ["--self-test"]:
    self_test(sys.argv[2])
else:
    check(sys.argv[1:])
