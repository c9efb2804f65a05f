"""Writes ScreenWidth+Tables.swift from the tables of wcwidth, by the Python that runs it.

  $(dirname "$(script/lib/openstack-client)")/python script/lib/widths.py \
    >Sources/KeystoneSeedCLI/Tables/ScreenWidth+Tables.swift
"""
import textwrap

import wcwidth
from wcwidth import table_grapheme, table_mc, table_vs15, table_vs16, table_wide, table_zero

LATEST = wcwidth.list_versions()[-1]
TABLES = [
    ("zeroWidth", "Characters that take no cell.", table_zero.ZERO_WIDTH[LATEST]),
    ("wide", "Characters that take two.", table_wide.WIDE_EASTASIAN[LATEST]),
    ("spacingMarks", "Combining characters that make the one before them wider.",
     table_mc.CATEGORY_MC[LATEST]),
    ("viramas", "Signs that join the consonant before them with the one after them.",
     table_grapheme.ISC_VIRAMA + table_grapheme.ISC_INVISIBLE_STACKER),
    ("pictures", "Emoji and what may become one.", table_grapheme.EXTENDED_PICTOGRAPHIC),
    ("widened", "Characters that U+FE0F makes wide.", table_vs16.VS16_NARROW_TO_WIDE["9.0.0"]),
    ("narrowed", "Characters that U+FE0E makes narrow.", table_vs15.VS15_WIDE_TO_NARROW["9.0.0"]),
]

print("// script/lib/widths.py wrote this, from wcwidth %s with the data of Unicode %s."
      % (wcwidth.__version__, LATEST))
print("\nextension ScreenWidth {")
for number, (name, words, table) in enumerate(TABLES):
    bounds = ", ".join("0x%X, 0x%X" % pair for pair in sorted(table))
    lines = textwrap.wrap(bounds, 96, break_long_words=False)
    print("%s  /// %s\n  static let %s = CodePoints([\n%s,\n  ])" % (
        "\n" if number else "", words, name, textwrap.indent("\n".join(lines), "    ")))
print("}")
