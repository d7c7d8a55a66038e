"""Which machines may be asked: those of the public internet, by every address that a name stands for.

A name is looked up once, and what was checked is what is connected to, so that a second answer of the name server has no say.
"""

from __future__ import annotations

import ipaddress
import socket
from functools import cache
from typing import Any, NamedTuple

from allegedly.intake.tables import table

_MOST = 8
"""Addresses of one name that are tried."""
_IPv4 = ipaddress.IPv4Address
_IPv6 = ipaddress.IPv6Address


class Address(NamedTuple):
    """What a socket connects to."""

    family: int
    place: tuple[Any, ...]


class Private(Exception):
    """A name stands for an address that is not on the public internet; the first argument is the address."""


@cache
def _kept_out() -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(row["network"]) for row in table("addresses"))


def public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, and so do all that are written inside it."""
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(_global(each) for each in (one, *_inside(one)))


def _global(one: _IPv4 | _IPv6) -> bool:
    if any(one in network for network in _kept_out() if network.version == one.version):
        return False
    return one.is_global and not (
        one.is_private or one.is_loopback or one.is_link_local or one.is_multicast or one.is_reserved or one.is_unspecified
    )


def _inside(one: _IPv4 | _IPv6) -> list[_IPv4]:
    """The IPv4 addresses to which packets for an IPv6 address may be carried on."""
    if isinstance(one, _IPv4):
        return []
    found = [one.ipv4_mapped, one.sixtofour, *(one.teredo or ())]
    if one in ipaddress.ip_network("64:ff9b::/96"):  # translated by the network (RFC 6052)
        found.append(_IPv4(int(one) & 0xFFFFFFFF))
    return [each for each in found if each is not None]


def addresses(host: str, port: int, *, allow_private: bool) -> list[Address]:
    """Where a host is, all of it checked.

    Raises:
        Private: One of its addresses is not public, and ``allow_private`` is not set.
        OSError: It cannot be looked up.
        UnicodeError: It is no name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    if not allow_private:
        for *_, place in found:
            if not public(str(place[0])):
                raise Private(str(place[0]))
    return [Address(family, place) for family, _, _, _, place in found[:_MOST]]
