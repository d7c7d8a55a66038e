"""Which machines may be asked."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.intake.addresses import Private, addresses, public
from tests.intake.server import HERE


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1:248:1893:25c8:1946"])
def test_what_is_public(address: str) -> None:
    """Addresses of the public internet are."""
    assert public(address)


@pytest.mark.parametrize(
    "address",
    [
        HERE,
        "0.0.0.0",  # noqa: S104 (looked at, not bound)
        "10.0.0.1",
        "172.16.5.4",
        "192.168.1.1",
        "169.254.169.254",  # where clouds tell machines their secrets
        "100.100.100.200",  # the same in another cloud
        "168.63.129.16",  # and in a third
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        f"::ffff:{HERE}",
        "::ffff:a9fe:a9fe",
        f"::{HERE}",
        f"64:ff9b::{HERE}",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:53aa:64c::1",
        "nothing",
        "",
    ],
)
def test_what_is_not(address: str) -> None:
    """This machine, private networks, the metadata of clouds, and all ways of writing them into IPv6 are not."""
    assert not public(address)


@given(st.ip_addresses(v=4, network="127.0.0.0/8") | st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_hidden_in_another_address(inner: object) -> None:
    """A private address stays one inside an IPv6 address, mapped, translated or tunnelled."""
    assert not public(f"::ffff:{inner}")
    assert not public(f"64:ff9b::{inner}")


@pytest.mark.parametrize("host", [HERE, "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "::1", "localhos" + "t"])
def test_other_ways_to_write_this_machine(host: str) -> None:
    """However this machine is written, its address is what is looked at."""
    try:
        socket.getaddrinfo(host, 80)
    except OSError:
        pytest.skip("this machine does not know the notation")
    with pytest.raises(Private):
        addresses(host, 80, allow_private=False)
    assert addresses(host, 80, allow_private=True)
