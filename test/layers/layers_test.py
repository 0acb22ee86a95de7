#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests the checker of the rooms on small trees, good and bad."""
import pathlib
import tempfile
import unittest

import layers

HEAD = "// SPDX-License-Identifier: MIT\n#pragma once\n"


def breaches(files: dict[str, str]) -> list[str]:
    """What the checker says about a tree with these files below include/etad."""
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        for name, text in files.items():
            path = root / "etad" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return layers.check(root)


def header(*targets: str) -> str:
    return HEAD + "".join(f"#include <etad/{target}>\n" for target in targets)


class Layers(unittest.TestCase):
    def expect_one(self, files: dict[str, str], *words: str) -> None:
        errors = breaches(files)
        self.assertEqual(len(errors), 1, errors)
        for word in words:
            self.assertIn(word, errors[0])

    def test_good_tree(self) -> None:
        self.assertEqual(breaches({
            "core/config.hpp": HEAD + "#define ETAD_HOT\n",
            "core/operations.hpp": header("core/config.hpp") + "\n" * 590,
            "ir/builder.hpp": header("core/operations.hpp"),
            "expr/traced.hpp": header("ir/builder.hpp"),
            "pass/dce.hpp": HEAD + '#include "../ir/builder.hpp"\n#include <vector>\n',
            "pass/fuse.hpp": header("ir/builder.hpp"),
            "pass/pipeline.hpp": header("pass/dce.hpp", "pass/fuse.hpp"),
            "verb/gradient.hpp": header("pass/pipeline.hpp"),
            "interop/eigen.hpp": header("verb/gradient.hpp"),
            "etad.hpp": header("verb/gradient.hpp", "expr/traced.hpp"),
        }), [])

    def test_empty_tree(self) -> None:
        self.expect_one({}, "nothing was checked")

    def test_upward(self) -> None:
        self.expect_one({"core/a.hpp": header("ir/b.hpp"), "ir/b.hpp": HEAD},
                        "core/a.hpp:3", "upward", "ir/b.hpp")

    def test_upward_to_the_umbrella(self) -> None:
        self.expect_one({"verb/a.hpp": header("etad.hpp"), "etad.hpp": HEAD,
                         "batch.hpp": header("verb/a.hpp")}, "upward")

    def test_upward_by_relative_path(self) -> None:
        self.expect_one({"ir/a.hpp": HEAD + '  #  include "../eval/b.hpp"\n', "eval/b.hpp": HEAD},
                        "ir/a.hpp:3", "upward", "eval/b.hpp")

    def test_sideways(self) -> None:
        self.expect_one({"print/a.hpp": header("eval/b.hpp"), "eval/b.hpp": HEAD}, "sideways")
        self.expect_one({"ir/a.hpp": header("expr/b.hpp"), "expr/b.hpp": HEAD}, "sideways")

    def test_rooms_of_verbs(self) -> None:
        self.expect_one({"scan/a.hpp": header("rule/b.hpp"), "rule/b.hpp": HEAD}, "sideways")
        self.expect_one({"verb/a.hpp": header("show/b.hpp"), "show/b.hpp": HEAD}, "upward")

    def test_users_include_doors(self) -> None:
        with tempfile.TemporaryDirectory() as directory:
            page = pathlib.Path(directory) / "page.md"
            page.write_text("#include <etad/etad.hpp>\n#include <etad/interop/eigen.hpp>\n")
            self.assertEqual(layers.door_errors(pathlib.Path(directory)), [])
            page.write_text("text\n#include <etad/verb/gradient.hpp>\n")
            errors = layers.door_errors(pathlib.Path(directory))
            self.assertEqual(len(errors), 1, errors)
            self.assertIn("page.md:2", errors[0])

    def test_every_file_behind_a_door(self) -> None:
        self.expect_one({"etad.hpp": header("core/a.hpp"), "core/a.hpp": HEAD, "core/b.hpp": HEAD},
                        "core/b.hpp", "no door")

    def test_roads(self) -> None:
        self.assertEqual(breaches({
            "call/wrt.hpp": HEAD,
            "call/traced/call.hpp": header("call/wrt.hpp"),
            "call/duals/sweep.hpp": header("call/traced/call.hpp"),
            "call/road.hpp": header("call/duals/sweep.hpp"),
        }), [])
        self.expect_one({"call/traced/a.hpp": header("call/duals/b.hpp"), "call/duals/b.hpp": HEAD},
                        "the road traced stands before duals")
        self.expect_one({"call/other/a.hpp": header("call/b.hpp"), "call/b.hpp": HEAD},
                        "not in the table of roads")

    def test_cycle_in_a_room(self) -> None:
        self.expect_one({
            "core/a.hpp": HEAD + '#include "b.hpp"\n',
            "core/b.hpp": HEAD + '#include "./c.hpp"\n',
            "core/c.hpp": header("core/a.hpp"),
        }, "cycle", "core/a.hpp -> core/b.hpp -> core/c.hpp -> core/a.hpp")

    def test_file_includes_itself(self) -> None:
        self.expect_one({"core/a.hpp": header("core/a.hpp")}, "cycle")

    def test_diamond_is_no_cycle(self) -> None:
        self.assertEqual(breaches({
            "core/a.hpp": header("core/b.hpp", "core/c.hpp"),
            "core/b.hpp": header("core/d.hpp"),
            "core/c.hpp": header("core/d.hpp", "core/b.hpp"),
            "core/d.hpp": HEAD,
        }), [])

    def test_pass_includes_pass(self) -> None:
        self.expect_one({"pass/a.hpp": header("pass/b.hpp"), "pass/b.hpp": HEAD}, "pipeline.hpp")

    def test_interop_from_the_umbrella(self) -> None:
        self.expect_one({"etad.hpp": header("interop/eigen.hpp"), "interop/eigen.hpp": HEAD},
                        "pulls in interop/eigen.hpp")

    def test_missing_file(self) -> None:
        self.expect_one({"core/a.hpp": header("core/gone.hpp")}, "does not exist")

    def test_unknown_room(self) -> None:
        self.expect_one({"utils/a.hpp": HEAD}, "utils/a.hpp", "room")

    def test_not_a_header(self) -> None:
        self.expect_one({"core/a.hpp": HEAD, "core/a.cpp": HEAD}, "core/a.cpp")

    def test_long_file(self) -> None:
        self.assertEqual(breaches({"ir/a.hpp": HEAD + "\n" * 398}), [])
        self.expect_one({"ir/a.hpp": HEAD + "\n" * 399}, "401 lines")
        self.expect_one({"core/operations_more.hpp": HEAD + "\n" * 599}, "601 lines")

    def test_macro(self) -> None:
        self.expect_one({"core/a.hpp": HEAD + "# define ETAD_X 1\n"}, "core/a.hpp:3", "ETAD_X")
        asked_for = HEAD + "#define FOREIGN\n#undef FOREIGN\n"
        self.assertNotIn("FOREIGN", "".join(breaches({"interop/a.hpp": asked_for})))
        self.assertIn("FOREIGN", "".join(breaches({"core/a.hpp": asked_for})))

    def test_licence(self) -> None:
        self.expect_one({"core/a.hpp": "#pragma once\n"}, "core/a.hpp:1", "SPDX")
        self.expect_one({"core/a.hpp": "#pragma once\n" + HEAD}, "core/a.hpp:1", "SPDX")

    def test_pragma_once(self) -> None:
        self.expect_one({"core/a.hpp": layers.LICENCE + "\n"}, "#pragma once")

    def test_frame_of_doors(self) -> None:
        off, on = layers.FRAME
        files = {off: layers.LICENCE + "\n", on: layers.LICENCE + "\n", "core/a.hpp": HEAD, "core/b.hpp": HEAD}
        self.assertEqual(breaches({**files, "etad.hpp": header(off, "core/a.hpp", "core/b.hpp", on)}), [])
        for targets in ((), ("core/a.hpp", off, "core/b.hpp", on), (off, "core/a.hpp", on, "core/b.hpp")):
            names = targets or (off, on, "core/a.hpp", "core/b.hpp")
            errors = breaches({**files, "etad.hpp": header(*names), "scan.hpp": header(off, "core/a.hpp", "core/b.hpp", on)})
            self.assertEqual(len(errors), 1, errors)
            self.assertIn("etad.hpp: is a door", errors[0])


if __name__ == "__main__":
    unittest.main()
