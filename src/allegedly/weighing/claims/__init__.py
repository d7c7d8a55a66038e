"""Statements that put forward, repeat or deny the same proposition."""
