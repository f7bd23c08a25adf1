from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from nutgraf.errors import ConfigError
from nutgraf.settings import Settings, load_settings


def load(arguments: dict[str, object], environ: dict[str, str], folder: Path) -> Settings:
    return load_settings(arguments, environ=environ, folder=folder)


def test_nothing_set_means_no_model(tmp_path: Path) -> None:
    settings = load({}, {}, tmp_path)
    assert settings == Settings()
    assert not settings.needs_a_model


def test_arguments_go_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "nutgraf.toml").write_text(
        'model = "from-file"\ntimeout = 1.5\nbase_url = "http://127.0.0.1/v1"\n'
    )
    environ = {"NUTGRAF_MODEL": "from-environ", "NUTGRAF_MAX_TOKENS": "77"}
    settings = load({"model": "from-argument", "prompt": None}, environ, tmp_path)
    assert settings.model == "from-argument"
    assert settings.max_tokens == 77
    assert settings.timeout == 1.5
    assert load({}, environ, tmp_path).model == "from-environ"
    assert load({}, {}, tmp_path).model == "from-file"


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    assert load({}, {"NUTGRAF_MODEL": ""}, tmp_path).model is None


def test_extractive_is_no_model(tmp_path: Path) -> None:
    assert not load({"model": "extractive"}, {}, tmp_path).needs_a_model
    assert load({"model": "openai/some"}, {}, tmp_path).needs_a_model
    assert load({"replay": "some.jsonl"}, {}, tmp_path).needs_a_model


def test_a_key_comes_from_the_environment_and_is_never_shown(tmp_path: Path) -> None:
    settings = load({}, {"OPENAI_API_KEY": "sk-secret"}, tmp_path)
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == "sk-secret"
    assert "sk-secret" not in repr(settings)
    own = load({}, {"OPENAI_API_KEY": "sk-secret", "NUTGRAF_API_KEY": "sk-own"}, tmp_path)
    assert own.api_key is not None
    assert own.api_key.get_secret_value() == "sk-own"


def test_a_price_is_two_numbers(tmp_path: Path) -> None:
    price = (Decimal("0.15"), Decimal("0.6"))
    assert load({"price": "0.15,0.6"}, {}, tmp_path).price == price
    assert load({}, {"NUTGRAF_PRICE": "0.15, 0.6"}, tmp_path).price == price


@pytest.mark.parametrize(
    ("arguments", "environ", "file", "message"),
    [
        ({"model": "m", "tokens": 5}, {}, "", r"tokens \(from the argument\): there is no such"),
        ({}, {"NUTGRAF_TIMEOUT": "soon"}, "", r"timeout \(from NUTGRAF_TIMEOUT\)"),
        ({}, {}, "temperature = 3", r"temperature \(from nutgraf.toml\)"),
        ({}, {}, "colour = 1", r"colour \(from nutgraf.toml\): there is no such setting"),
        ({}, {}, "api_key = 'sk'", "a key does not belong in a file"),
        ({}, {}, "= broken", "is not valid TOML"),
        ({"record": "a", "replay": "b"}, {}, "", "either records or replays"),
        ({"base_url": "http://127.0.0.1/v1"}, {}, "", "needs a model as well"),
        ({"base_url": "localhost:80", "model": "m"}, {}, "", "base_url"),
        ({"price": "1"}, {}, "", "price"),
        ({"on_finding": "ignore"}, {}, "", "'flag', 'drop' or 'fail'"),
        ({"repairs": 3}, {}, "", "repairs"),
    ],
)
def test_what_does_not_fit_is_refused_with_where_it_came_from(
    arguments: dict[str, object],
    environ: dict[str, str],
    file: str,
    message: str,
    tmp_path: Path,
) -> None:
    if file:
        (tmp_path / "nutgraf.toml").write_text(file)
    with pytest.raises(ConfigError, match=message):
        load(arguments, environ, tmp_path)


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nutgraf.toml").mkdir()
    with pytest.raises(ConfigError, match=r"nutgraf.toml: cannot be read \(IsADirectoryError\)"):
        load({}, {}, tmp_path)


def test_no_value_of_a_wrong_setting_is_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load({"timeout": "sk-secret"}, {}, tmp_path)
    assert "sk-secret" not in str(caught.value)


def test_the_process_environment_and_folder_are_used_when_none_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUTGRAF_MODEL", "from-process")
    (tmp_path / "nutgraf.toml").write_text("repairs = 1")
    monkeypatch.chdir(tmp_path)
    settings = load_settings({})
    assert (settings.model, settings.repairs) == ("from-process", 1)
