#!/usr/bin/env python3
"""What people do to a cloud by hand.

  by-hand.py URL TOKEN change-url SERVICE          deletes its endpoint and makes it with another URL
  by-hand.py URL TOKEN duplicate-endpoint SERVICE  makes it a second time
  by-hand.py URL TOKEN revoke USER TENANT ROLE
  by-hand.py URL TOKEN set-password USER PASSWORD
  by-hand.py URL TOKEN disable|enable USER
"""
import json
import sys
import urllib.request


class Keystone:
    """The v2.0 admin API."""

    def __init__(self, base, token):
        self.base, self.token = base, token
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.base + path, method=method, data=json.dumps(body).encode() if body else None,
            headers={"X-Auth-Token": self.token, "Content-Type": "application/json"})
        text = self.opener.open(request).read()
        return json.loads(text) if text else None

    def id(self, path, wrapper, name):
        return next(row["id"] for row in self.call("GET", path)[wrapper] if row["name"] == name)

    def user(self, name):
        return "/users/" + self.id("/users", "users", name)

    def endpoint(self, service):
        service = self.id("/OS-KSADM/services", "OS-KSADM:services", service)
        return next(row for row in self.call("GET", "/endpoints")["endpoints"]
                    if row["service_id"] == service)

    # What is done, by the words of the command line.

    def change_url(self, service):
        endpoint = self.endpoint(service)
        self.call("DELETE", "/endpoints/" + endpoint.pop("id"))
        self.call("POST", "/endpoints",
                  {"endpoint": dict(endpoint, publicurl="http://changed.example.com:1")})

    def duplicate_endpoint(self, service):
        endpoint = self.endpoint(service)
        del endpoint["id"]
        self.call("POST", "/endpoints",
                  {"endpoint": dict(endpoint, publicurl="http://second.example.com:1")})

    def revoke(self, user, tenant, role):
        self.call("DELETE", "/tenants/%s%s/roles/OS-KSADM/%s" % (
            self.id("/tenants", "tenants", tenant), self.user(user),
            self.id("/OS-KSADM/roles", "roles", role)))

    def set_password(self, user, password):
        self.call("PUT", self.user(user) + "/OS-KSADM/password", {"user": {"password": password}})

    def disable(self, user):
        self.call("PUT", self.user(user) + "/OS-KSADM/enabled", {"user": {"enabled": False}})

    def enable(self, user):
        self.call("PUT", self.user(user) + "/OS-KSADM/enabled", {"user": {"enabled": True}})


def main():
    base, token, what, *arguments = sys.argv[1:]
    getattr(Keystone(base, token), what.replace("-", "_"))(*arguments)


main()
