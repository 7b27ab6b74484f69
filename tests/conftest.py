"""What every test may ask for: hypothesis' profiles and the evaluation data."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=120)
settings.load_profile("ci" if os.environ.get("CI") else "default")

DATA = os.environ.get("NEWSQUOTE_DATA")  # as it was at the start: tests may set another


@pytest.fixture(scope="session")
def newsquote_data():
    """The folder of evaluation data, where there is one; it is no part of the project."""
    if not DATA:
        pytest.skip("NEWSQUOTE_DATA is not set")
    folder = Path(DATA).resolve()
    if not (folder / "dev").is_dir():
        pytest.skip(f"NEWSQUOTE_DATA names a folder without dev/: {folder}")
    return folder
