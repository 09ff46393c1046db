"""Hosts: which machine an address leads to, and whether a page may lead there."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

Private = Callable[[str], bool]


class RefusedError(Exception):
    """A page that is not fetched; its text says why, as the end of "Not fetched, because …"."""


def is_private(address: str) -> bool:
    """Whether an IP address is none of the public network: this machine's, a local network's, a reserved one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return not ip.is_global or ip.is_multicast or (inner is not None and not inner.is_global)


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host. Raises RefusedError where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise RefusedError(f"there is no host {host!r}") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def reachable(host: str, port: int, private: Private, at_home: bool) -> str:
    """The IP address to connect to: not a private one, unless ``at_home``. Raises RefusedError where there is none."""
    addresses = resolved(host, port)
    if not at_home and any(private(address) for address in addresses):
        raise RefusedError(f"it is sent on to {host!r}, which is no host of the public network")
    return addresses[0]
