#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Installs etad to a scratch prefix and builds and runs a small consumer in every promised way.

    install_test.py PROJECT_DIRECTORY COMPILER

The ways: pkg-config, CMake's find_package, a Meson subproject. Also: the installed tree holds every
header and nothing else, and a request for a version we are not is refused.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROJECT = COMPILER = pathlib.Path()
HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = "7.5\n"


def run(*command: object, **environment: str) -> str:
    """The command's standard output; on failure everything it said."""
    result = subprocess.run([str(word) for word in command], text=True, check=False,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE,
                            env={**os.environ, "CXX": str(COMPILER), **environment})
    if result.returncode != 0:
        raise AssertionError(f"{command} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.scratch = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.scratch.name)
        cls.prefix = cls.root / "prefix"
        build = cls.root / "build"
        run("meson", "setup", f"--prefix={cls.prefix}", "-Dtests=false", "-Dexamples=false",
            build, PROJECT)
        run("meson", "install", "-C", build)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.scratch.cleanup()

    def test_headers(self) -> None:
        def headers(include: pathlib.Path) -> list[str]:
            return sorted(str(path.relative_to(include)) for path in include.rglob("*")
                          if path.is_file())
        self.assertEqual(headers(self.prefix / "include"), headers(PROJECT / "include"))

    def test_pkg_config(self) -> None:
        pc = {"PKG_CONFIG_PATH": str(self.prefix / "share" / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "etad", **pc).split()
        program = self.root / "pkg_config_consumer"
        run(COMPILER, "-std=c++20", HERE / "consumer.cpp", *flags, "-o", program)
        if "g++" in COMPILER.name and "clang" not in COMPILER.name:
            option = run("pkg-config", "--variable=implicit_constexpr", "etad", **pc).strip()
            run(COMPILER, "-std=c++20", "-fsyntax-only", option, HERE / "implicit.cpp", *flags)
        self.assertEqual(run(program), EXPECTED)
        with self.assertRaises(AssertionError):
            run("pkg-config", "--exists", "etad >= 99", **pc)

    def cmake(self, build: pathlib.Path, version: str) -> None:
        run("cmake", "-G", "Ninja", "-S", HERE / "cmake_consumer", "-B", build, f"-DETAD_VERSION={version}",
            f"-DCMAKE_PREFIX_PATH={self.prefix}")

    def test_cmake(self) -> None:
        version = run("pkg-config", "--modversion", self.prefix / "share/pkgconfig/etad.pc").strip()
        major, minor, _ = version.split(".")
        build = self.root / "cmake"
        self.cmake(build, f"{major}.{minor}")
        run("cmake", "--build", build)
        self.assertEqual(run(build / "consumer"), EXPECTED)
        for other in (f"{major}.{int(minor) + 1}", f"{int(major) + 1}.0", "99"):
            with self.assertRaises(AssertionError):
                self.cmake(self.root / f"cmake-{other}", other)

    def test_meson_subproject(self) -> None:
        source = self.root / "meson_consumer"
        (source / "subprojects").mkdir(parents=True)
        for name in ("meson.build", "consumer.cpp", "implicit.cpp"):
            folder = HERE / "meson_consumer" if name == "meson.build" else HERE
            (source / name).symlink_to(folder / name)
        (source / "subprojects" / "etad").symlink_to(PROJECT)
        build = self.root / "meson"
        run("meson", "setup", "--wrap-mode=nodownload", "-Detad:implicit_constexpr=true", build, source)
        run("ninja", "-C", build)
        self.assertEqual(run(build / "consumer"), EXPECTED)


if __name__ == "__main__":
    PROJECT, COMPILER = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
