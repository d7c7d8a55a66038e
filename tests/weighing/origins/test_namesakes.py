"""Names within one claim are one's where their words, offices or spellings leave no two."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.namesakes import same_name


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ana Ruiz", "Ruiz", True),
        ("Cllr Ruiz", "Ana Ruiz", True),
        ("A. Ruiz", "Ana Ruiz", True),
        ("Dzhanybek Orozakun", "Heavyweight Zhanibek Orozakunov", True),
        ("Ana Orozakun", "Zhanibek Orozakunov", False),
        ("Province Water Directorate", "provincial water directorate", True),
        ("Velian army", "army of Velia", True),
        ("the army", "the General Staff of Velia", True),
        ("the army of Velia", "the General Staff of Norra", False),
        ("town hall", "the town council", True),
        ("Yusuf al-Qahtani", "Youssef Qahtani", True),
        ("Oleksa Shchemelyuk", "Alexei Schemeljuk", True),
        ("Stavros Hatzimarkis", "S. Chatzimarkis", True),
        ("Yevgeny Kuznetsov", "Evgenii Kusnezow", True),
        ("Te'ora Puhetini", "Teora Puhechini", True),
        ("Shubhalakshmi Mohapatra-Das", "Shubolokhmi Mohapatro", True),
        ("Father Varsonofy", "Hegumen Varsonofiy", True),
        ("Mak Som", "Maksom", True),
        ("SP Thenar", "R. Thenar", True),
        ("the navy", "the naval command of Velia", True),
        ("Interior Ministry", "Ministry of Home Affairs", True),
        ("town council", "Town of Ettlach", True),
        ("GOP senators", "Republican senators", True),
        ("Dems", "Democrats", True),
        ("Velian intelligence community", "intelligence agencies", True),
        ("Velian intelligence community", "Norran intelligence agencies", False),
        ("the museum", "Uhrenmuseum Hinterau", True),
        ("Anna Petrova", "Anna Petrenko", False),
        ("City Bank", "town council", False),
        ("Tilda Roper", "Anna Roper", False),
        ("General Staff of Orlavia", "Orlavian army", True),
        ("Orlavian army", "General Staff of Vardia", False),
        ("Hask Municipality", "the town", True),
        ("Universidad Técnica de Lorca Alta", "Technical University of Lorca Alta", True),
        ("Policía Regional de Sarna", "the regional police", True),
        ("Caseificio Fratelli Tolu", "the Tolu dairy", True),
        ("Ordem dos Notários do Norte", "the Order", True),
        ("Ordem dos Notários do Norte", "Hospital do Norte", False),
        ("Universidad de Lorca", "Hospital de Lorca", False),
        ("county", "Hill County Sheriff's Office", False),
        ("the hospital", "Vale Hospital", True),
        ("Interior Ministry", "Defence Ministry", False),
        ("Prosecutors in Velia", "Velia's General Prosecutor", True),
        ("General Procuracy", "the Procurator General", True),
        ("Prosecutor General's Office of Velia", "the procurators", True),
        ("Prosecutor General of Velia", "Prosecutors in Norra", False),
        ("the Polytechnic", "Hask Poly", True),
        ("University of Hask", "Hask Uni", True),
        ("University of Hask", "Vale Uni", False),
    ],
)
def test_same_name(a: str, b: str, one: bool) -> None:
    """Short forms, endings, sorts of bodies and transliterations are one; other given names, places and ministries are two."""
    assert same_name(a, b) is one
    assert same_name(b, a) is one
