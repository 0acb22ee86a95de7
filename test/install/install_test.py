#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Installs etad to a scratch prefix and builds and runs a small consumer in every promised way.

    install_test.py PROJECT_DIRECTORY COMPILER

The ways: pkg-config; CMake's find_package of what Meson or CMake installed, add_subdirectory and FetchContent; a Meson
subproject as a folder and as a wrap; one header. Also: the installed tree holds every header and nothing else, and a
request for a version we are not is refused.
"""
import hashlib
import os
import pathlib
import subprocess
import sys
import tarfile
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

    def version(self) -> list[str]:
        return run("pkg-config", "--modversion", self.prefix / "share/pkgconfig/etad.pc").strip().split(".")

    def configure(self, name: str, *options: object) -> pathlib.Path:
        build = self.root / name
        run("cmake", "-G", "Ninja", "-S", HERE / "cmake_consumer", "-B", build, *options)
        return build

    def check_consumer(self, build: pathlib.Path) -> None:
        run("ninja", "-C", build)
        self.assertEqual(run(build / "consumer"), EXPECTED)

    def find_package(self, name: str, version: str, prefix: pathlib.Path) -> pathlib.Path:
        return self.configure(name, f"-DETAD_VERSION={version}", f"-DCMAKE_PREFIX_PATH={prefix}")

    def test_cmake_package(self) -> None:
        major, minor, _ = self.version()
        self.check_consumer(self.find_package("package", f"{major}.{minor}", self.prefix))
        for other in (f"{major}.{int(minor) + 1}", f"{int(major) + 1}.0", "99"):
            with self.assertRaises(AssertionError):
                self.find_package(f"package-{other}", other, self.prefix)

    def test_installed_by_cmake(self) -> None:
        build, prefix = self.root / "cmake_build", self.root / "cmake_prefix"
        run("cmake", "-G", "Ninja", "-S", PROJECT, "-B", build, f"-DCMAKE_INSTALL_PREFIX={prefix}")
        run("cmake", "--install", build)
        self.find_package("cmake_package", ".".join(self.version()), prefix)
        for file in sorted((prefix / "share/cmake/etad").iterdir()):
            of_meson = self.prefix / "share/cmake/etad" / file.name
            self.assertEqual(file.read_text(encoding="utf-8"), of_meson.read_text(encoding="utf-8"))
        self.assertEqual(len(list((prefix / "include").rglob("*.hpp"))), len(list((PROJECT / "include").rglob("*.hpp"))))

    def test_cmake_folder(self) -> None:
        build = self.configure("folder", f"-DETAD_FOLDER={PROJECT}")
        self.check_consumer(build)
        # Who takes the folder in does not install it.
        cache = (build / "CMakeCache.txt").read_text(encoding="utf-8").splitlines()
        self.assertEqual([line for line in cache if line.startswith("ETAD_INSTALL:")], ["ETAD_INSTALL:BOOL=OFF"])

    def archive(self) -> pathlib.Path:
        """What a release is to those who fetch it: one folder with all that stands at the top."""
        path = self.root / "etad.tar.gz"
        if not path.exists():
            with tarfile.open(path, "w:gz") as tar:
                for name in ("CMakeLists.txt", "meson.build", "meson_options.txt", "cmake", "include"):
                    tar.add(PROJECT / name, f"etad/{name}")
        return path

    def test_cmake_archive(self) -> None:
        self.check_consumer(self.configure("archive", f"-DETAD_ARCHIVE={self.archive()}"))

    def meson_consumer(self, name: str) -> pathlib.Path:
        source = self.root / name
        (source / "subprojects").mkdir(parents=True)
        for file in ("meson.build", "consumer.cpp", "implicit.cpp"):
            folder = HERE / "meson_consumer" if file == "meson.build" else HERE
            (source / file).symlink_to(folder / file)
        return source

    def check_meson(self, source: pathlib.Path) -> None:
        build = self.root / f"{source.name}_build"
        run("meson", "setup", "--wrap-mode=nodownload", "-Detad:implicit_constexpr=true", build, source)
        self.check_consumer(build)

    def test_meson_subproject(self) -> None:
        source = self.meson_consumer("meson_folder")
        (source / "subprojects" / "etad").symlink_to(PROJECT)
        self.check_meson(source)

    def test_meson_wrap(self) -> None:
        source, archive = self.meson_consumer("meson_wrap"), self.archive()
        (source / "subprojects/packagefiles").mkdir()
        (source / "subprojects/packagefiles" / archive.name).symlink_to(archive)
        sha256 = hashlib.sha256(archive.read_bytes()).hexdigest()
        (source / "subprojects/etad.wrap").write_text(
            f"[wrap-file]\ndirectory = etad\nsource_filename = {archive.name}\nsource_hash = {sha256}\n\n"
            "[provide]\ndependency_names = etad\n", encoding="utf-8")
        self.check_meson(source)

    def test_single_header(self) -> None:
        header, program = self.root / "single/etad/etad.hpp", self.root / "single/consumer"
        header.parent.mkdir(parents=True)
        run("python3", PROJECT / "cmake/single_header.py", PROJECT / "include", header)
        lines = header.read_text(encoding="utf-8").splitlines()
        self.assertEqual([line for line in lines if line.startswith("#include <etad")], [])
        options = ("-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", header.parent.parent)
        run(COMPILER, *options, HERE / "consumer.cpp", "-o", program)
        self.assertEqual(run(program), EXPECTED)
        run(COMPILER, *options, "-fsyntax-only", "-DETAD_CHECKED", HERE / "consumer.cpp")


if __name__ == "__main__":
    PROJECT, COMPILER = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
