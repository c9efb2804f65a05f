"""Clouds for a real Keystone to hold, and what is asked about them."""
