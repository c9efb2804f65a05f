"""Clouds over v3 with names such as no operator would give, made from a number."""
from clouds import generated


class Cloud(generated.Cloud):
    """What is in one cloud, as the bodies of the requests that make it."""

    def __init__(self, seed):
        super().__init__(seed)
        self.domains = [{"name": self.text(64), "description": self.text(80),
                         "enabled": self.random.random() < 0.7} for _ in self.some(2)]
        # One with a slash in it could not be deleted again.
        names = {self.text(60).replace("/", "") for _ in self.some(4)} - {""}
        self.regions = [{"id": name, "description": self.random.choice([None, self.text(60)])}
                        for name in sorted(names)]
        for region, parent in zip(self.regions[1:], self.regions):
            self.sometimes(region, "parent_region_id", lambda: parent["id"])
        self.services = [dict(service, **self.flag()) for service in self.services]
        for service in self.services:
            if service.get("name") == "" or service["type"] == "":
                service.update(name="x", type="x")
        self.rows = [self.row() for _ in self.some(12)]

    def flag(self):
        return {"enabled": self.random.random() < 0.8}

    def domain(self, domains):
        return {"domain_id": self.random.choice(["default"] * 3 + domains)}

    def projects_in(self, domains):
        return [dict(tenant, **self.domain(domains)) for tenant in self.tenants]

    def users_in(self, domains, projects):
        users = [dict(self.user(), **self.domain(domains)) for _ in self.some(8)]
        for user in users:
            self.sometimes(user, "description", lambda: self.any(2))
            if projects:
                self.sometimes(user, "default_project_id",
                               lambda: self.random.choice(projects)["id"])
        return users

    def roles_in(self, domains):
        roles = [{"name": self.text(255)} for _ in self.some(6)]
        for role in roles if domains else []:
            if self.random.random() < 0.2:
                role["domain_id"] = self.random.choice(domains)
        return roles

    def row(self):
        path = self.random.choice(["", "v2/$(project_id)s", "%(user_id)s", "é", "$(nosuch)s"])
        return dict(url="http://%s:%d/%s" % (self.word().strip() or "h",
                                             self.random.randint(1, 9999), path),
                    interface=self.random.choice(["public", "internal", "admin"]), **self.flag())

    def rows_of(self, services, regions):
        choices = [region["id"] for region in regions] + [None, "RegionOne"]
        return [dict(row, service_id=self.random.choice(services)["id"],
                     region_id=self.random.choice(choices))
                for row in self.rows] if services else []

    def granted(self, made):
        """The paths that give roles to users."""
        rows = [made["project"], made["user"], made["role"]]
        if not all(rows):
            return []
        return ["/projects/%s/users/%s/roles/%s" % tuple(
            self.random.choice(row)["id"] for row in rows) for _ in self.some(12)]
