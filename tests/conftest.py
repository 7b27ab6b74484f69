"""What every test may ask for: hypothesis' profiles, the evaluation data.

And a run that is brief.
"""

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=120)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# Three processes collect the tests and many tests start others: all read the compiled modules of the
# one before, whatever the environment says of them.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Under nohup, and some agents of CI, interrupts are ignored, and all that tests start would inherit
# that; tests that interrupt a program would wait for its end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

DATA = os.environ.get("NEWSQUOTE_DATA")
"""As it was at the start: tests may set another."""
DOTS = 100
"""So many tests are told one by one, and after them one of as many, where all is well."""
EXPECTED = ("passed", "xfailed", "skipped")


def pytest_sessionstart(session):
    """Without -v, dots stand one after the other and no file has a line of its own."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and session.config.get_verbosity() == 0:
        reporter.showfspath = False


@pytest.hookimpl(wrapper=True)
def pytest_report_teststatus(report, config):
    """Eight thousand dots would hide what failed: without -v most have no sign, and are counted."""
    category, sign, word = yield
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if category in EXPECTED and reporter and config.get_verbosity() <= 0:
        told = sum(len(reporter.stats.get(name, ())) for name in EXPECTED)
        if told > DOTS and told % DOTS:
            return category, "", word
    return category, sign, word


@pytest.fixture(scope="session")
def newsquote_data():
    """The folder of evaluation data, where there is one; it is no part of the project."""
    if not DATA:
        pytest.skip("NEWSQUOTE_DATA is not set")
    folder = Path(DATA).resolve()
    if not (folder / "dev").is_dir():
        pytest.skip(f"NEWSQUOTE_DATA names a folder without dev/: {folder}")
    return folder
