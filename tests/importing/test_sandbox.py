"""The walls around the reading process hold against Python code inside it."""

import ctypes
import subprocess
import sys

import pytest

from courtcomms.importing.isolation import windows_job
from courtcomms.importing.isolation.windows_job import BasicLimits, ExtendedLimits, Job, limits_of


def inside(source: str, folder, memory: int = 400 << 20, seconds: float = 20) -> str:
    """What a program inside the walls prints."""
    program = (
        "import ctypes, os, resource, socket, subprocess, sys, shutil, tempfile, urllib.request\n"
        "from pathlib import Path\n"
        "from courtcomms.importing.isolation import sandbox\n"
        f"sandbox.limit_system({memory}, {seconds})\nsandbox.forbid()\n{source}"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout.strip() or f"{done.returncode} {done.stderr.strip().splitlines()[-1:]}"


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set from outside there")


FORBIDDEN = (
    "socket.socket()",
    "socket.getaddrinfo('localhost', 80)",
    "urllib.request.urlopen('http://127.0.0.1:9/')",
    "subprocess.run(['true'])",
    "os.system('true')",
    "os.posix_spawn('/bin/true', ['true'], {})",
    "os.execv('/bin/true', ['true'])",
    "os.fork()",
    "os.kill(1, 0)",
    "open('a', 'w')",
    "open('b', 'r+')",
    "os.open('b', os.O_RDWR)",
    "os.open('a', os.O_CREAT)",
    "Path('a').write_text('x')",
    "Path('a').mkdir()",
    "Path('b').unlink()",
    "Path('b').rename('c')",
    "Path('a').symlink_to('b')",
    "Path('b').chmod(0)",
    "os.truncate('b', 0)",
    "os.utime('b')",
    "shutil.rmtree('.')",
    "ctypes.CDLL(None)",
)


def test_forbidden(tmp_path):
    (tmp_path / "b").write_text("лист", encoding="utf-8")
    tried = f"""
for source in {FORBIDDEN!r}:
    try:
        exec(source)
    except PermissionError as error:
        told = "reading" in str(error)
    else:
        told = False
    if not told:
        print(source)
print("all tried")
"""
    assert inside(tried, tmp_path) == "all tried"
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_text(encoding="utf-8") == "лист"


def test_reading_is_allowed(tmp_path):
    (tmp_path / "b").write_text("лист", encoding="utf-8")
    assert inside("print(len(open('b', 'rb').read()))", tmp_path) == "8"


def test_memory_is_limited(tmp_path):
    assert "MemoryError" in inside("b'x' * (600 << 20)", tmp_path)


def test_processor_time_is_limited(tmp_path):
    assert inside("while True: pass", tmp_path, seconds=1).startswith(("-24", "-9"))


def test_limits_cannot_be_raised_again(tmp_path):
    told = inside(
        "try:\n resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))\n"
        "except (ValueError, OSError): pass\n"
        "print(resource.getrlimit(resource.RLIMIT_FSIZE), resource.getrlimit(resource.RLIMIT_CORE))",
        tmp_path,
    )
    assert told == "(0, 0) (0, 0)"


def test_limits_of_a_job_lie_where_windows_looks_for_them():
    wide = ctypes.sizeof(ctypes.c_void_p) == 8
    assert ctypes.sizeof(BasicLimits) == (64 if wide else 48)
    assert ctypes.sizeof(ExtendedLimits) == (144 if wide else 112)
    limits = limits_of(700 << 20, 40.0, 1)
    assert limits.ProcessMemoryLimit == 700 << 20
    basic = limits.BasicLimitInformation
    assert basic.PerProcessUserTimeLimit == 400_000_000
    assert basic.ActiveProcessLimit == 1
    assert basic.LimitFlags == 0x2000 | 0x400 | 0x100 | 0x8 | 0x2
    assert limits_of(1, 1.0, None).BasicLimitInformation.LimitFlags == 0x2000 | 0x400 | 0x100 | 0x2


class Kernel:
    """Stands for kernel32; answers each call with the next number, 1 once there are none left."""

    def __init__(self, *answers: int) -> None:
        self.answers = list(answers)
        self.calls: list[tuple] = []

    def __getattr__(self, name: str):
        def call(*arguments: object) -> int:
            self.calls.append((name, *arguments))
            return self.answers.pop(0) if self.answers else 1

        return call


def test_job_is_made_filled_and_closed_once():
    kernel = Kernel(77)
    job = Job(1 << 20, 1.0, kernel=kernel)
    job.take(5)
    job.close()
    job.close()
    assert [call[0] for call in kernel.calls] == [
        "CreateJobObjectW",
        "SetInformationJobObject",
        "AssignProcessToJobObject",
        "CloseHandle",
    ]
    assert kernel.calls[1][1:3] == (77, windows_job._EXTENDED_LIMITS)
    assert kernel.calls[2][1:] == (77, 5)


@pytest.mark.parametrize("answers", [(0,), (77, 0)])
def test_job_that_the_system_refuses(answers):
    kernel = Kernel(*answers)
    with pytest.raises(OSError, match="failed"):
        Job(1 << 20, 1.0, kernel=kernel)
    assert (kernel.calls[-1][0] == "CloseHandle") == (answers[0] != 0)


def test_process_that_cannot_be_taken_in():
    job = Job(1 << 20, 1.0, kernel=Kernel(77, 1, 0))
    with pytest.raises(OSError, match="Assign"):
        job.take(5)
