"""What the doctor finds on this machine, and in projects that are whole or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.toy_project import write_squares
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled
from wsl_annotator.workflow.doctor import examine, has_display
from wsl_annotator.workflow.findings import Finding, Verdict, worst
from wsl_annotator.workflow.new_project import create_project


def of(findings: list[Finding], check: str) -> list[Finding]:
    return [finding for finding in findings if finding.check == check]


def test_that_the_parts_of_a_run_are_looked_at_and_each_fault_has_a_remedy() -> None:
    told: list[Finding] = []
    findings = examine(on_finding=told.append)
    assert told == findings
    checks = {finding.check for finding in findings}
    assert {"python", "torch", "devices", "opencv", "qt", "cache folder", "sample", "bundled network"} <= checks
    assert of(findings, "torch")[0].verdict is Verdict.OK
    assert "nms runs" in of(findings, "torch")[0].text
    assert all(finding.remedy for finding in findings if finding.verdict is not Verdict.OK)


def test_that_a_whole_project_is_sound_and_missing_images_are_a_warning(tmp_path: Path) -> None:
    names = write_squares(tmp_path / "images", 2)
    create_project(tmp_path / "p.wsl", images=tmp_path / "images")
    findings = examine(tmp_path / "p.wsl")
    assert [finding.verdict for finding in of(findings, "project")] == [Verdict.OK]
    assert [finding.verdict for finding in of(findings, "project images")] == [Verdict.OK]
    (tmp_path / "images" / names[0]).unlink()
    (missing,) = of(examine(tmp_path / "p.wsl"), "project images")
    assert missing.verdict is Verdict.WARN
    assert "1 of 2" in missing.text


def test_that_a_file_that_is_no_project_fails_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "p.wsl").write_text("hello")
    findings = examine(tmp_path / "p.wsl")
    (finding,) = of(findings, "project")
    assert finding.verdict is Verdict.FAIL
    assert finding.remedy
    assert worst(findings) is Verdict.FAIL


def test_that_a_variable_of_another_qt_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/x/cv2/qt/plugins")
    warned = [finding for finding in of(examine(), "qt") if finding.verdict is Verdict.WARN]
    assert [finding.remedy for finding in warned] == [
        "unset QT_QPA_PLATFORM_PLUGIN_PATH: it points to another program's Qt"
    ]


def test_that_on_linux_a_display_must_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


def test_that_the_examination_can_be_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        examine(cancel=token)


def test_that_the_gravest_verdict_wins() -> None:
    verdicts = [Verdict.OK, Verdict.WARN, Verdict.OK]
    assert worst([Finding(check="x", verdict=verdict, text="") for verdict in verdicts]) is Verdict.WARN
    assert worst([]) is Verdict.OK
