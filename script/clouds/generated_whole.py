"""Clouds of all that a Keystone of today holds: trees, groups, every kind of grant, limits."""
from clouds import generated, generated_v3


class Cloud(generated_v3.Cloud):
    """What people may have made, by the requests that make it; what Keystone refuses is not there."""

    # What no seed can say at all comes as single characters, now and then.
    every_kind = [kind for kind in generated.KINDS
                  if kind not in (generated.CONTROL, generated.COLORS, generated.INVISIBLE)]

    def make(self, keystone):
        """Makes all of it; what is made is known by ID and domain."""
        self.keystone = keystone
        self.made = {kind: [] for kind in ("domain", "project", "user", "group", "role", "service")}
        self.made["domain"] = keystone.make_all("domain", self.domains)
        self.domain_ids = ["default"] + [row["id"] for row in self.made["domain"]]
        regions = keystone.make_all("region", self.regions)
        self.made["role"] = keystone.make_all("role", self.roles_in(self.domain_ids[1:]))
        self.make_tree()
        self.made["user"] = keystone.make_all("user", self.people())
        self.make_groups()
        self.imply()
        self.grant()
        self.made["service"] = keystone.make_all("service", self.services)
        keystone.make_all("endpoint", self.rows_of(self.made["service"], regions))
        self.limit([None] + [region["id"] for region in regions])

    @property
    def count(self):
        """How many objects of a name or an ID were made."""
        return sum(map(len, self.made.values()))

    def make_tree(self):
        """Projects, each at the top of its domain or below another one of it."""
        for body in self.projects_in(self.domain_ids[1:]):
            above = [row["id"] for row in self.made["project"]
                     if row["domain_id"] == body["domain_id"]]
            if above and self.random.random() < 0.4:
                body["parent_id"] = self.random.choice(above)
            self.sometimes(body, "tags", lambda: sorted({self.word().strip() or "a" for _ in self.some(3)}))
            self.sometimes(body, "options", lambda: self.random.choice([{}, {}, {"immutable": True}]))
            self.made["project"] += self.keystone.make_all("project", [body])

    def people(self):
        options = ["ignore_password_expiry", "ignore_lockout_failure_attempts", "lock_password"]
        for user in self.users_in(self.domain_ids[1:], self.made["project"]):
            # What is no text is no address that a person wrote.
            for field in ("email", "description"):
                if not isinstance(user.get(field), str):
                    user.pop(field, None)
            if self.random.random() < 0.3:
                user["options"] = {self.random.choice(options): self.random.random() < 0.5}
            yield user

    def make_groups(self):
        for _ in self.some(4):
            group = dict({"name": self.text(64)}, **self.domain(self.domain_ids[1:]))
            self.sometimes(group, "description", lambda: self.text(80))
            for row in self.keystone.make_all("group", [group]):
                self.made["group"].append(row)
                for user in self.made["user"]:
                    if self.random.random() < 0.4:
                        self.keystone.call("PUT", "/groups/%s/users/%s" % (row["id"], user["id"]))

    def all_roles(self):
        return self.keystone.list("role") + [row for row in self.made["role"] if row["domain_id"]]

    def imply(self):
        roles = self.all_roles()
        for _ in self.some(3):
            # Bootstrap's own stay as they are, or the next cloud would have others.
            prior = self.random.choice(self.made["role"] or [None])
            if prior:
                implied = self.random.choice(roles)["id"]
                self.keystone.call("PUT", "/roles/%s/implies/%s" % (prior["id"], implied))

    def grant(self):
        roles = self.all_roles()
        for kind in ("user", "group"):
            for actor in self.made[kind]:
                for _ in self.some(3):
                    path = "%s/%ss/%s/roles/%s" % (self.random.choice(self.scopes()), kind, actor["id"],
                                                   self.random.choice(roles)["id"])
                    inherited = path.startswith("/OS-INHERIT")
                    self.keystone.call("PUT", path + ("/inherited_to_projects" if inherited else ""))

    def scopes(self):
        paths = ["/domains/%s" % self.random.choice(self.domain_ids), "/system"]
        if self.made["project"]:
            paths += 2 * ["/projects/%s" % self.random.choice(self.made["project"])["id"]]
        return paths + ["/OS-INHERIT" + path for path in paths if path != "/system"]

    def limit(self, regions):
        """Registered limits, and those of projects and domains that go by them."""
        for service in self.made["service"]:
            for name in ("cores", "ram", "größe"):
                if self.random.random() < 0.8:
                    continue
                where = {"service_id": service["id"], "resource_name": name}
                region = self.random.choice(regions)
                if region:
                    where["region_id"] = region
                row = dict(where, default_limit=self.random.choice([-1, 0, 10, 2 ** 31 - 1]))
                if not self.keystone.post_all("registered_limits", [row]):
                    continue
                for kind, ids in (("project", [row["id"] for row in self.made["project"]]),
                                  ("domain", self.domain_ids[1:])):
                    if ids and self.random.random() < 0.5:
                        own = {kind + "_id": self.random.choice(ids), "resource_limit": 7}
                        self.keystone.post_all("limits", [dict(where, **own)])

    def spoil(self):
        """Changes and takes away some of what is there, as people do behind a seed's back."""
        call = self.keystone.call
        for kind in ("user", "group"):
            for row in self.made[kind]:
                if self.random.random() < 0.25:
                    call("DELETE", "/%ss/%s" % (kind, row["id"]))
        for row in self.made["project"]:
            if self.random.random() < 0.3:
                call("PATCH", "/projects/" + row["id"], {"project": {"description": "spoiled"}})
        for row in self.made["domain"] + self.made["service"]:
            kind = "service" if "type" in row else "domain"
            if self.random.random() < 0.2:
                call("PATCH", "/%ss/%s" % (kind, row["id"]), {kind: {"description": "spoiled"}})
        for row in self.keystone.list("endpoint"):
            # One with an address that a seed cannot say is left alone, by the dump's own word.
            if row["id"] not in self.keystone.first["endpoint"] and self.random.random() < 0.3:
                call("PATCH", "/endpoints/" + row["id"], {"endpoint": {"url": row["url"] + "/spoiled"}})
        for row in self.keystone.list("role_assignment"):
            mine = {user["id"] for user in self.made["user"]}
            if row.get("user", {}).get("id") in mine and self.random.random() < 0.2:
                call("DELETE", row["links"]["assignment"].split("/v3", 1)[1])
