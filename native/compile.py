"""The compiled scorer's shared library, from its source beside this file.

In: for which platform. Out: a library, the same bytes whenever the same compiler is asked. Why:
``hatch_build.py`` puts it into the wheel of a platform, and who works on the source puts it into
the checkout; both must compile alike. A chance must be the same to the last bit as in Python: so no
product and sum are taken in one step, and nothing is reordered.

    python native/compile.py                    # into the checkout, for this machine
    python native/compile.py --into FOLDER      # into another
    python native/compile.py --checked          # with the address and undefined-behaviour checks
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent / "src" / "newsquote" / "_quotes" / "model" / "core"
NAME = "newsquote_core"
HOST = "host"
ZIG = {
    "macosx_10_13_x86_64": "x86_64-macos.10.13",
    "macosx_11_0_arm64": "aarch64-macos.11.0",
    "manylinux_2_17_aarch64": "aarch64-linux-gnu.2.17",
    "manylinux_2_17_x86_64": "x86_64-linux-gnu.2.17",
    "musllinux_1_1_aarch64": "aarch64-linux-musl",
    "musllinux_1_1_x86_64": "x86_64-linux-musl",
    "win_amd64": "x86_64-windows-gnu",
    "win_arm64": "aarch64-windows-gnu",
}
"""The compiler's name for each platform of wheels that is built from any machine."""
FLAGS = (
    *("-x", "c++", "-std=c++17", "-shared", "-fno-exceptions", "-fno-rtti"),
    *("-fvisibility=hidden", "-ffp-contract=off"),
)
FAST = ("-O2", "-g0", "-DNDEBUG")
CHECKED = ("-O1", "-g", "-fno-omit-frame-pointer", "-fsanitize=address,undefined")


def platform_tag(wanted: str) -> str:
    """The platform in a wheel's name; this machine's for ``host``."""
    if wanted == HOST:
        return sysconfig.get_platform().replace("-", "_").replace(".", "_")
    if wanted not in ZIG:
        msg = f"no platform of wheels is called {wanted!r}; use {HOST}, {', '.join(ZIG)}"
        raise ValueError(msg)
    return wanted


def library_name(platform: str) -> str:
    """What the library is called on a platform."""
    if platform.startswith("win"):
        return f"{NAME}.dll"
    return f"{NAME}.dylib" if platform.startswith("macosx") else f"{NAME}.so"


def compiler_for(wanted: str) -> list[str]:
    """The command that compiles for a platform.

    :raises FileNotFoundError: if there is no compiler.
    """
    has_zig = importlib.util.find_spec("ziglang") is not None
    zig = [sys.executable, "-m", "ziglang", "cc"]
    if wanted != HOST:
        if has_zig:
            return [*zig, "-target", ZIG[wanted]]
        msg = "another platform's library is compiled with zig: pip install ziglang"
        raise FileNotFoundError(msg)
    for name in (os.environ.get("CC"), "cc", "gcc", "clang"):
        found = name and shutil.which(name)
        if found:
            return [found]
    if has_zig:
        return zig
    msg = "the compiled scorer needs a C++ compiler, or zig: pip install ziglang"
    raise FileNotFoundError(msg)


def compile_library(wanted: str, folder: Path, *, is_checked: bool = False) -> Path:
    """Compile the library for a platform into a folder; where it is.

    :raises ValueError: if there is no such platform.
    :raises FileNotFoundError: if there is no compiler.
    :raises RuntimeError: if the compiler fails, with what it says.
    """
    platform = platform_tag(wanted)
    made = folder / library_name(platform)
    windows = platform.startswith("win")
    position = () if windows else ("-fPIC",)
    strip = () if is_checked else ("-Wl,-s",)
    command = [  # the library's name without a folder, which else is kept in it
        *compiler_for(wanted),
        *FLAGS,
        *position,
        *(CHECKED if is_checked else FAST),
        *strip,
        *(str(HERE / "scorer.cpp"), "-o", made.name),
        *(() if windows else ("-lm",)),
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        msg = f"the compiled scorer cannot be built ({' '.join(command)}):\n{done.stderr}"
        raise RuntimeError(msg)
    return made


def main() -> None:
    """Compile for this machine, and say where the library is."""
    parser = argparse.ArgumentParser(description="Compile the scorer's shared library.")
    parser.add_argument("--into", type=Path, default=CHECKOUT, metavar="FOLDER")
    parser.add_argument("--checked", action="store_true", help="with sanitizers")
    arguments = parser.parse_args()
    try:
        print(compile_library(HOST, arguments.into, is_checked=arguments.checked))
    except (FileNotFoundError, RuntimeError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
